/** What each code of the catalogue means in French, and what to do. The codes themselves, their statuses and English
 * titles come from the API (/docs/errors.json); a test holds that none lacks its French. */
import type { Text } from '../ui/text'

interface Said {
  title: string
  meaning: string
  remedy: Text
}

const AGAIN: Text = { fr: 'Réessayer dans un moment ; rien n’a été perdu.', en: 'Try again in a moment; nothing was lost.' }
const READ_AGAIN: Text = { fr: 'Relire la page, puis recommencer.', en: 'Read the page again, then start over.' }
const CREDENTIALS: Text = {
  fr: 'Vérifier l’identifiant et le secret ; au besoin, en créer de nouveaux.',
  en: 'Check the identifier and the secret; if need be, create new ones.',
}
const TOOL: Text = {
  fr: 'Comparer le secret et l’horloge de l’outil avec ceux de la source ; la page Sources montre chaque refus.',
  en: 'Compare the tool’s secret and clock with those of the source; the Sources page shows each refusal.',
}

export const ERRORS: Readonly<Record<string, Said>> = {
  link_spent: {
    title: 'Ce lien n’ouvre plus rien',
    meaning: 'Un lien déjà utilisé, remplacé, retiré ou venu trop tard ; lequel de ces cas n’est pas dit.',
    remedy: { fr: 'En demander un nouveau à qui l’a envoyé.', en: 'Ask whoever sent it for a new one.' },
  },
  administrator_exists: {
    title: 'La plateforme a un administrateur',
    meaning: 'Une des personnes nommées peut déjà se connecter.',
    remedy: { fr: 'Se connecter, ou demander une invitation à cet administrateur.', en: 'Sign in, or ask that administrator for an invitation.' },
  },
  bad_request: {
    title: 'Requête incomprise',
    meaning: 'Ce qui est arrivé n’est pas une requête HTTP/1.1 qui n’ait qu’un sens.',
    remedy: { fr: 'Corriger le programme qui l’envoie.', en: 'Correct the program that sends it.' },
  },
  two_proofs: {
    title: 'Deux identités à la fois',
    meaning: 'Une session et un champ Authorization ensemble : à qui est la requête ?',
    remedy: { fr: 'N’en envoyer qu’une.', en: 'Send only one of them.' },
  },
  invalid_request: {
    title: 'Demande de jeton incorrecte',
    meaning: 'Un paramètre manque, vient deux fois ou en contredit un autre.',
    remedy: { fr: 'Comparer avec l’exemple de /docs.', en: 'Compare with the example of /docs.' },
  },
  unsupported_grant_type: {
    title: 'Type de demande inconnu',
    meaning: 'Seuls les identifiants d’un programme s’échangent contre un jeton.',
    remedy: { fr: 'Envoyer grant_type=client_credentials.', en: 'Send grant_type=client_credentials.' },
  },
  delivery_refused: {
    title: 'Livraison refusée',
    meaning: 'Une livraison qui n’est pas prise ; la réponse porte son sort et son reçu.',
    remedy: TOOL,
  },
  malformed: {
    title: 'Livraison illisible',
    meaning: 'Bien signée, mais illisible : gardée à part, une fois par contenu, et rejouable.',
    remedy: {
      fr: 'Corriger le modèle de l’envoi dans l’outil ; la page Sources dit ce qui manque.',
      en: 'Correct the template in the tool; the Sources page says what is missing.',
    },
  },
  sender_left: {
    title: 'Envoi interrompu',
    meaning: 'L’expéditeur a coupé avant la fin de la livraison.',
    remedy: { fr: 'Rien à faire : l’outil renvoie.', en: 'Nothing to do: the tool sends again.' },
  },
  unauthenticated: {
    title: 'Identification nécessaire',
    meaning: 'Aucun jeton, ou un jeton que ce service n’accepte pas.',
    remedy: { fr: 'Se connecter, ou demander un nouveau jeton.', en: 'Sign in, or ask for a new token.' },
  },
  sign_in_failed: {
    title: 'Adresse ou mot de passe non reconnus',
    meaning: 'Adresse inconnue, mot de passe faux ou compte désactivé : lequel n’est pas dit.',
    remedy: {
      fr: 'Vérifier les deux ; sinon, s’adresser à l’administrateur de son organisation.',
      en: 'Check both; else ask the administrator of your organisation.',
    },
  },
  invalid_client: {
    title: 'Programme non reconnu',
    meaning: 'Identifiant inconnu, secret faux ou révoqué : lequel n’est pas dit.',
    remedy: CREDENTIALS,
  },
  rejected_signature: {
    title: 'Signature refusée',
    meaning: 'Aucun des secrets en cours de la source n’a fait cette signature.',
    remedy: TOOL,
  },
  rejected_stale: {
    title: 'Signature trop ancienne',
    meaning: 'Bien signée, mais à une heure trop éloignée de la réception.',
    remedy: TOOL,
  },
  forbidden: {
    title: 'Votre fonction ne le permet pas',
    meaning: 'Vous êtes connu et partie au contrat, mais cette fonction vous manque.',
    remedy: {
      fr: 'L’administrateur de votre organisation peut vous la donner.',
      en: 'The administrator of your organisation can give it to you.',
    },
  },
  second_factor_required: {
    title: 'Double authentification nécessaire',
    meaning: 'La fonction le permet, dans une session ouverte avec un code seulement : un signataire accepte ainsi.',
    remedy: {
      fr: 'L’activer sous Mon compte, puis recommencer.',
      en: 'Set it up under My account, then start over.',
    },
  },
  code_refused: {
    title: 'Code non reconnu',
    meaning: 'Ce n’est pas un code de ce moment, ou il a déjà servi.',
    remedy: {
      fr: 'Attendre le code suivant ; vérifier l’heure du téléphone ; sinon, un code de secours.',
      en: 'Wait for the next code; check the phone’s clock; else use a recovery code.',
    },
  },
  sign_in_step_over: {
    title: 'La connexion est à recommencer',
    meaning: 'Aucune connexion de ce navigateur n’attend de code : elle a trop duré, est finie ou n’a jamais commencé.',
    remedy: { fr: 'Recommencer par l’adresse et le mot de passe.', en: 'Begin again with address and password.' },
  },
  second_factor_active: {
    title: 'La double authentification est déjà active',
    meaning: 'Il y a déjà une double authentification : elle est retirée avant d’en activer une autre.',
    remedy: { fr: 'La désactiver d’abord, sous Mon compte.', en: 'Take it away first, under My account.' },
  },
  no_second_factor: {
    title: 'Pas de double authentification',
    meaning: 'Il n’y a pas de double authentification, ou aucune qui attende son premier code.',
    remedy: { fr: 'Commencer à l’activer, sous Mon compte.', en: 'Begin to set it up, under My account.' },
  },
  no_provider: {
    title: 'Pas de connexion par une organisation',
    meaning: 'Personne ne se connecte par un fournisseur d’identité avec cette adresse, ou dans cette organisation.',
    remedy: { fr: 'Se connecter avec un mot de passe.', en: 'Sign in with a password.' },
  },
  provider_unreachable: {
    title: 'Le fournisseur d’identité ne répond pas',
    meaning: 'Celui de l’organisation ne répond pas, ou pas comme un fournisseur OpenID.',
    remedy: {
      fr: 'Réessayer, ou se connecter avec un mot de passe ; l’administrateur peut l’essayer.',
      en: 'Try again, or sign in with a password; the administrator can try it out.',
    },
  },
  csrf: {
    title: 'Ne vient pas d’une page de Copil',
    meaning: 'Une requête de session qui change quelque chose et ne vient pas de nos pages.',
    remedy: { fr: 'Recharger la page et recommencer.', en: 'Load the page again and start over.' },
  },
  not_found: {
    title: 'Introuvable',
    meaning: 'Il n’y a rien ici pour vous : la chose n’existe pas, ou n’est pas à vous ; lequel n’est pas dit.',
    remedy: {
      fr: 'Vérifier l’adresse, ou demander l’accès à l’une des parties.',
      en: 'Check the address, or ask one of the parties for access.',
    },
  },
  method_not_allowed: {
    title: 'Méthode refusée',
    meaning: 'L’adresse existe, pas la méthode.',
    remedy: { fr: 'Voir les méthodes dans /docs.', en: 'See the methods in /docs.' },
  },
  body_too_slow: {
    title: 'Envoi trop lent',
    meaning: 'Le corps de la requête n’est pas arrivé à temps.',
    remedy: AGAIN,
  },
  conflict: {
    title: 'Impossible dans l’état présent',
    meaning: 'L’état présent ne permet pas ce changement.',
    remedy: READ_AGAIN,
  },
  other_parties: {
    title: 'Pas les deux mêmes parties',
    meaning: 'Une source n’alimente que des contrats des deux mêmes parties, du même côté.',
    remedy: { fr: 'Relier l’outil à ce contrat par une connexion à lui.', en: 'Connect the tool to that contract by a connection of its own.' },
  },
  version_not_proposed: {
    title: 'Impossible dans l’état présent',
    meaning: 'La version nommée est celle d’un brouillon : un brouillon s’accepte en entier.',
    remedy: { fr: 'Accepter le contrat, sans nommer de version.', en: 'Accept the contract, without naming a version.' },
  },
  draft_in_use: {
    title: 'Quelque chose dépend de ce brouillon',
    meaning: 'Une acceptation, une version écrite, un outil relié, une note ou une réponse en dépend (held_by) : ses parties restent, il ne s’abandonne pas.',
    remedy: { fr: 'Préparer un autre brouillon avec la bonne partie.', en: 'Prepare another draft with the right party.' },
  },
  draft_abandoned: {
    title: 'Brouillon abandonné',
    meaning: 'Le brouillon a été abandonné : rien ne s’y inscrit plus.',
    remedy: { fr: 'Préparer un autre brouillon.', en: 'Prepare another draft.' },
  },
  not_a_draft: {
    title: 'Ce n’est plus un brouillon',
    meaning: 'Le contrat est accepté : seuls ses termes changent, par avenant des deux parties.',
    remedy: { fr: 'Proposer un avenant.', en: 'Propose an amendment.' },
  },
  precondition_required: {
    title: 'If-Match nécessaire',
    meaning: 'Ce changement doit dire par If-Match ce qui a été lu, pour que personne n’écrase ce qu’il n’a pas vu.',
    remedy: { fr: 'Relire la chose, puis envoyer son ETag comme If-Match.', en: 'Read the thing again, then send its ETag as If-Match.' },
  },
  amendment_settled: {
    title: 'L’avenant n’attend plus',
    meaning: 'L’avenant est déjà en vigueur, refusé ou retiré.',
    remedy: { fr: 'Relire la page Avenants ; au besoin, en proposer un autre.', en: 'Read the Amendments page again; if need be, propose another one.' },
  },
  questions_open: {
    title: 'Les quatre questions attendent',
    meaning: 'Un engagement (commitments) n’a pas encore quatre oui aux quatre questions : il ne s’accepte pas.',
    remedy: { fr: 'Répondre aux quatre questions de l’engagement.', en: 'Answer the four questions of the commitment.' },
  },
  contract_accepted: {
    title: 'Le contrat est accepté',
    meaning: 'Le contrat est accepté : seules ses parties le changent, par avenant.',
    remedy: { fr: 'Proposer un avenant.', en: 'Propose an amendment.' },
  },
  email_taken: {
    title: 'Adresse déjà prise',
    meaning: 'Quelqu’un qui peut agir se connecte déjà avec cette adresse.',
    remedy: { fr: 'Prendre une autre adresse.', en: 'Take another address.' },
  },
  last_administrator: {
    title: 'Une organisation garde un administrateur',
    meaning: 'L’organisation resterait sans personne pour l’administrer.',
    remedy: { fr: 'Nommer d’abord un autre administrateur.', en: 'Name another administrator first.' },
  },
  precondition_failed: {
    title: 'Changé depuis la lecture',
    meaning: 'Quelqu’un l’a changé depuis que vous l’avez lu.',
    remedy: READ_AGAIN,
  },
  payload_too_large: {
    title: 'Envoi trop grand',
    meaning: 'Plus d’octets que cette adresse n’en prend.',
    remedy: { fr: 'Envoyer en plusieurs fois.', en: 'Send in several parts.' },
  },
  unsupported_media_type: {
    title: 'Type de contenu refusé',
    meaning: 'Un type ou un codage que cette adresse ne prend pas.',
    remedy: { fr: 'Envoyer application/json.', en: 'Send application/json.' },
  },
  invalid: {
    title: 'Champs à corriger',
    meaning: 'Des champs manquent, sont inconnus ou faux ; la réponse nomme chacun.',
    remedy: { fr: 'Corriger les champs nommés ; les autres sont gardés.', en: 'Correct the fields named; the others are kept.' },
  },
  idempotency_key_reused: {
    title: 'Clé déjà employée',
    meaning: 'Cette clé d’idempotence est venue avec une autre requête.',
    remedy: { fr: 'Prendre une nouvelle clé par requête.', en: 'Take a new key for each request.' },
  },
  too_many_requests: {
    title: 'Trop de requêtes',
    meaning: 'La limite annoncée est atteinte.',
    remedy: { fr: 'Attendre le temps dit par Retry-After.', en: 'Wait for the time that Retry-After says.' },
  },
  headers_too_large: {
    title: 'Champs d’en-tête trop grands',
    meaning: 'Plus d’octets d’en-tête que nous n’en prenons.',
    remedy: { fr: 'Effacer les cookies de ce site, ou corriger le programme.', en: 'Clear this site’s cookies, or correct the program.' },
  },
  internal_error: {
    title: 'Erreur interne',
    meaning: 'Une faute de Copil. Elle est notée dans ses journaux.',
    remedy: {
      fr: 'Donner la référence affichée à l’exploitant.',
      en: 'Give the reference shown to the operator.',
    },
  },
  unavailable: {
    title: 'Momentanément indisponible',
    meaning: 'Il manque quelque chose de nécessaire ; rien n’a été enregistré.',
    remedy: AGAIN,
  },
}
