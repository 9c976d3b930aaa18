"""Which words has a mail to a parent in the language that this parent chose? No translator saw these yet."""

from __future__ import annotations

from dataclasses import dataclass

from overstap.domain.scholen.enums import Mailsoort


@dataclass(frozen=True)
class Woorden:
    """The sentences of one language, of which every mail is put together; each says what its name says."""

    onderwerp: str
    groet: str
    klaargezet: str
    veranderd: str
    vertelt: str
    code_nodig: str
    code_gekregen: str
    zelfde_code: str
    nummer: str
    geen_code: str
    code_kwijt: str
    reageren: str
    slot: str
    kiezen: str

    def brief(self, soort: Mailsoort) -> str:
        """The whole text of a mail of this kind, with `{adres}` and `{nummer}` still to be filled in."""
        begin, code, *kwijt = {
            Mailsoort.UITNODIGING: (self.klaargezet, self.code_nodig, self.nummer, self.geen_code),
            Mailsoort.NIEUWE_VERSIE: (self.veranderd, self.zelfde_code, self.nummer, self.code_kwijt),
            Mailsoort.HERINNERING: (
                self.klaargezet,
                f"{self.reageren}\n{self.code_gekregen}",
                self.nummer,
                self.code_kwijt,
            ),
            Mailsoort.BERICHT: (self.vertelt, self.zelfde_code, self.nummer, self.code_kwijt),
        }[soort]
        onder = "\n".join((code, *kwijt))
        return f"{self.groet}\n\n{begin}\n\n{{adres}}\n\n{onder}\n\n{self.slot}\n"


# The codes are those of web/components/talen; how a reader is addressed is that of the pages in that language.
WOORDEN = {
    "en": Woorden(
        onderwerp="There is something for you (number {nummer})",
        groet="Good day,",
        klaargezet="The primary school has something for you. You can read it here:",
        veranderd="The primary school changed something that you could read before. You can read it here:",
        vertelt="The primary school wants to tell you something. You can read it here:",
        code_nodig="You need a code. You get it from the school, not in this email.",
        code_gekregen="You need the code that the school gave you.",
        zelfde_code="You use the same code as last time.",
        nummer="The code belongs to number {nummer}.",
        geen_code="Do you not have a code? Ask the school for one.",
        code_kwijt="Did you lose the code? Ask for a new code on the page above.",
        reageren="Do you want to respond? You still can for a few days. You do not have to.",
        slot="You cannot reply to this email. Do you have a question? Ask the school.",
        kiezen="Do you want fewer emails, or another language? You choose that here:",
    ),
    "ar": Woorden(
        onderwerp="هناك شيء جاهز لكم (الرقم {nummer})",
        groet="تحية طيبة،",
        klaargezet="أعدّت المدرسة الابتدائية شيئًا لكم. يمكنكم قراءته هنا:",
        veranderd="غيّرت المدرسة الابتدائية شيئًا كان بإمكانكم قراءته من قبل. يمكنكم قراءته هنا:",
        vertelt="تريد المدرسة الابتدائية أن تخبركم بشيء. يمكنكم قراءته هنا:",
        code_nodig="تحتاجون إلى رمز. تحصلون عليه من المدرسة، وليس في هذه الرسالة.",
        code_gekregen="تحتاجون إلى الرمز الذي حصلتم عليه من المدرسة.",
        zelfde_code="تستخدمون الرمز نفسه كما في المرة السابقة.",
        nummer="هذا الرمز تابع للرقم {nummer}.",
        geen_code="ليس لديكم رمز؟ اطلبوه من المدرسة.",
        code_kwijt="هل فقدتم الرمز؟ اطلبوا رمزًا جديدًا في الصفحة المذكورة أعلاه.",
        reageren="هل تريدون الرد؟ ما زال ذلك ممكنًا لبضعة أيام. الرد ليس إلزاميًا.",
        slot="لا يمكنكم الرد على هذه الرسالة. هل لديكم سؤال؟ اسألوا المدرسة.",
        kiezen="هل تريدون رسائل أقل أو لغة أخرى؟ تختارون ذلك هنا:",
    ),
    "tr": Woorden(
        onderwerp="Sizin için bir şey hazır (numara {nummer})",
        groet="İyi günler,",
        klaargezet="İlkokul sizin için bir şey hazırladı. Buradan okuyabilirsiniz:",
        veranderd="İlkokul, daha önce okuyabildiğiniz bir şeyi değiştirdi. Buradan okuyabilirsiniz:",
        vertelt="İlkokul size bir şey bildirmek istiyor. Buradan okuyabilirsiniz:",
        code_nodig="Bir koda ihtiyacınız var. Kodu okuldan alırsınız, bu e-postada yoktur.",
        code_gekregen="Okuldan aldığınız koda ihtiyacınız var.",
        zelfde_code="Geçen seferki kodu kullanırsınız.",
        nummer="Kod {nummer} numarasına aittir.",
        geen_code="Kodunuz yok mu? Okuldan isteyin.",
        code_kwijt="Kodunuzu mu kaybettiniz? Yukarıdaki sayfada yeni bir kod isteyin.",
        reageren="Yanıt vermek ister misiniz? Bunun için birkaç gününüz daha var. Yanıt vermek zorunlu değildir.",
        slot="Bu e-postayı yanıtlayamazsınız. Sorunuz mu var? Okula sorun.",
        kiezen="Daha az e-posta veya başka bir dil mi istiyorsunuz? Bunu burada seçersiniz:",
    ),
    "pl": Woorden(
        onderwerp="Coś na Państwa czeka (numer {nummer})",
        groet="Dzień dobry,",
        klaargezet="Szkoła podstawowa przygotowała coś dla Państwa. Można to przeczytać tutaj:",
        veranderd="Szkoła podstawowa zmieniła coś, co można było przeczytać wcześniej. Można to przeczytać tutaj:",
        vertelt="Szkoła podstawowa chce Państwu coś przekazać. Można to przeczytać tutaj:",
        code_nodig="Potrzebny jest kod. Otrzymają go Państwo od szkoły, nie w tej wiadomości.",
        code_gekregen="Potrzebny jest kod otrzymany od szkoły.",
        zelfde_code="Kod jest taki sam jak poprzednio.",
        nummer="Kod należy do numeru {nummer}.",
        geen_code="Nie mają Państwo kodu? Proszę poprosić o niego szkołę.",
        code_kwijt="Zgubili Państwo kod? O nowy kod można poprosić na stronie podanej powyżej.",
        reageren="Chcą Państwo odpowiedzieć? Można to zrobić jeszcze przez kilka dni. Nie trzeba odpowiadać.",
        slot="Na tę wiadomość nie można odpowiedzieć. Mają Państwo pytanie? Proszę zapytać szkołę.",
        kiezen="Chcą Państwo dostawać mniej wiadomości albo w innym języku? Można to wybrać tutaj:",
    ),
    "uk": Woorden(
        onderwerp="Для вас щось підготовлено (номер {nummer})",
        groet="Добрий день!",
        klaargezet="Початкова школа підготувала для вас дещо. Прочитати можна тут:",
        veranderd="Початкова школа змінила те, що ви могли прочитати раніше. Прочитати можна тут:",
        vertelt="Початкова школа хоче вам щось повідомити. Прочитати можна тут:",
        code_nodig="Вам потрібен код. Ви отримаєте його від школи, а не в цьому листі.",
        code_gekregen="Вам потрібен код, який ви отримали від школи.",
        zelfde_code="Код той самий, що й минулого разу.",
        nummer="Код належить до номера {nummer}.",
        geen_code="Не маєте коду? Попросіть його в школі.",
        code_kwijt="Загубили код? Попросіть новий код на сторінці, вказаній вище.",
        reageren="Бажаєте відповісти? Для цього є ще кілька днів. Відповідати не обов’язково.",
        slot="На цей лист не можна відповісти. Маєте запитання? Зверніться до школи.",
        kiezen="Бажаєте менше листів або іншу мову? Це можна вибрати тут:",
    ),
}
