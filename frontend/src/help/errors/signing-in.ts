import { CREDENTIALS, type Said } from './said'

/** Who somebody is, and what they may. */
export const SIGNING_IN: Readonly<Record<string, Said>> = {
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
  two_proofs: {
    title: 'Deux identités à la fois',
    meaning: 'Une session et un champ Authorization ensemble : à qui est la requête ?',
    remedy: { fr: 'N’en envoyer qu’une.', en: 'Send only one of them.' },
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
  unsupported_grant_type: {
    title: 'Type de demande inconnu',
    meaning: 'Seuls les identifiants d’un programme s’échangent contre un jeton.',
    remedy: { fr: 'Envoyer grant_type=client_credentials.', en: 'Send grant_type=client_credentials.' },
  },
  invalid_request: {
    title: 'Demande de jeton incorrecte',
    meaning: 'Un paramètre manque, vient deux fois ou en contredit un autre.',
    remedy: { fr: 'Comparer avec l’exemple de /docs.', en: 'Compare with the example of /docs.' },
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
}
