import { AGAIN, READ_AGAIN, TOOL, type Said } from './said'

/** What is wrong with a request or a delivery, or with us. */
export const REQUESTS: Readonly<Record<string, Said>> = {
  bad_request: {
    title: 'Requête incomprise',
    meaning: 'Ce qui est arrivé n’est pas une requête HTTP/1.1 qui n’ait qu’un sens.',
    remedy: { fr: 'Corriger le programme qui l’envoie.', en: 'Correct the program that sends it.' },
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
