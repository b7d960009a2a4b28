/** An OpenID provider for tests: keys of its own at each start, whoever its accounts name may sign in with any password. */
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { Provider } from 'oidc-provider'

const { issuer, port, client_id, client_secret, redirect_uri, accounts, algorithm } = JSON.parse(process.argv[2])

const pair =
  algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = { ...pair.privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: algorithm, use: 'sig' }

/** Whoever signs in is their own subject; an account that is an address has that one, verified. */
const claimsOf = (login, account) =>
  typeof account === 'string' ? { sub: login, email: account, email_verified: true } : { sub: login, email: login, email_verified: account }

const provider = new Provider(issuer, {
  clients: [
    {
      client_id,
      client_secret,
      redirect_uris: [redirect_uri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: algorithm,
    },
  ],
  jwks: { keys: [key] },
  cookies: { keys: [randomUUID()] },
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: true } },
  findAccount: (_ctx, email) =>
    email in accounts
      ? { accountId: email, claims: () => claimsOf(email, accounts[email]) }
      : undefined,
})

provider.listen(port, '127.0.0.1', () => console.log('ready'))
