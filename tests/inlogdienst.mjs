// A real login service on this machine: oidc-provider, certified by the OpenID Foundation. It prints its address.
// Arguments: client id, client secret, what time it is (ms), where it may send people back. Who logs in as "fout-<name>" gets an id token that
// the service signed with its own key, in which one thing is wrong: what a service of somebody else could send.
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { exportJWK, generateKeyPair, importJWK, decodeJwt, SignJWT } from 'jose'

const [clientId, geheim, nu, ...terug] = process.argv.slice(2)
// It has the clock of the test, as a real service has ours: an answer counts for some minutes only.
const verschil = Number(nu) - Date.now()
const EchteDate = Date
globalThis.Date = class extends EchteDate {
  constructor (...wanneer) { super(...(wanneer.length ? wanneer : [Date.now()])) }
  static now () { return EchteDate.now() + verschil }
}
const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const sleutel = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: 'RS256' }

const server = createServer()
await new Promise(klaar => server.listen(0, '127.0.0.1', klaar))
const uitgever = `http://127.0.0.1:${server.address().port}`
const provider = new Provider(uitgever, {
  clients: [{ client_id: clientId, client_secret: geheim, redirect_uris: terug }],
  jwks: { keys: [sleutel] },
  cookies: { keys: [crypto.randomUUID()] },
  features: { devInteractions: { enabled: true } },
  pkce: { required: () => true },
  ttl: { IdToken: 300, AccessToken: 300, Grant: 300, Session: 300, Interaction: 300 },
})

const dag = 24 * 60 * 60
const fouten = {
  'fout-uitgever': inhoud => ({ ...inhoud, iss: 'https://een.ander.example' }),
  'fout-publiek': inhoud => ({ ...inhoud, aud: 'een-ander-programma' }),
  'fout-verlopen': inhoud => ({ ...inhoud, iat: inhoud.iat - dag, exp: inhoud.exp - dag }),
  'fout-nonce': inhoud => ({ ...inhoud, nonce: 'van-een-andere-poging' }),
  'fout-geen-termijn': ({ exp, ...inhoud }) => inhoud,
}

// Keys that the service began to use while it ran.
const nieuw = []
async function metNieuweSleutel(inhoud) {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const kid = crypto.randomUUID()
  nieuw.push({ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'ES256' })
  return new SignJWT(inhoud).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey)
}

async function ondertekend(inhoud, wie) {
  if (wie === 'fout-geheim-ondertekend') {
    // With what both sides know, in the hope that we take it for a public key.
    return new SignJWT(inhoud).setProtectedHeader({ alg: 'HS256', kid: sleutel.kid })
      .sign(new TextEncoder().encode(geheim.padEnd(32, 'x')))
  }
  const met = wie === 'fout-handtekening' ? (await generateKeyPair('RS256')).privateKey : await importJWK(sleutel, 'RS256')
  return new SignJWT(inhoud).setProtectedHeader({ alg: 'RS256', kid: sleutel.kid }).sign(met)
}

provider.use(async (ctx, next) => {
  await next()
  if (ctx.path === '/jwks') ctx.body = { keys: [...ctx.body.keys, ...nieuw] }
  if (ctx.path !== '/token' || !ctx.body?.id_token) return
  const inhoud = decodeJwt(ctx.body.id_token)
  if (inhoud.sub === 'nieuwe-sleutel') ctx.body.id_token = await metNieuweSleutel(inhoud)
  if (!inhoud.sub.startsWith('fout-')) return
  ctx.body.id_token = await ondertekend((fouten[inhoud.sub] ?? (een => een))(inhoud), inhoud.sub)
})
server.on('request', provider.callback())
console.log(uitgever)
