/** The three notices, as they are true of this version. What only the operator knows comes from its settings. */
import type { Text } from '../ui/text'

export interface Block {
  title: Text
  paragraphs: readonly Text[]
}

export const PRIVACY: readonly Block[] = [
  {
    title: { fr: 'Qui décide, qui exécute', en: 'Who decides, who carries out' },
    paragraphs: [
      {
        fr: 'Pour les données des clients finals, le responsable de traitement est d’ordinaire le donneur d’ordre ; le prestataire et l’exploitant de Copil agissent alors comme sous-traitants au sens du RGPD (article 28). C’est le contrat entre les parties qui le fixe, pas cette page.',
        en: 'For data of end customers the controller is usually the client company; the provider and the operator of Copil then act as processors under the GDPR (article 28). The contract between the parties settles it, not this page.',
      },
      {
        fr: 'Pour les comptes des utilisateurs, chaque organisation décide qui a un compte ; l’exploitant tient le service.',
        en: 'For accounts of users, each organisation decides who has one; the operator runs the service.',
      },
    ],
  },
  {
    title: { fr: 'Données des utilisateurs', en: 'Data of users' },
    paragraphs: [
      {
        fr: 'Nom, adresse électronique professionnelle, organisation, fonctions, mot de passe (jamais lisible : seule son empreinte est gardée). But : savoir qui agit, et n’ouvrir que ce à quoi la personne a droit.',
        en: 'Name, professional e-mail address, organisation, functions, password (never readable: only its digest is kept). Purpose: know who acts, and open only what the person has a right to.',
      },
      {
        fr: 'Session : un cookie nécessaire au service, sans traceur ni publicité, donc sans bandeau. Il prend fin après 12 heures sans visite, et au plus tard au bout de 7 jours. Elle garde le réseau et le navigateur d’où elle est ouverte, pour que vous la reconnaissiez dans « Mon compte ». La langue, le thème et le fuseau que vous y réglez sont gardés avec votre compte.',
        en: 'Session: one cookie that the service needs, no tracker, no advertising, hence no banner. It ends after 12 hours without a visit, and after 7 days at the latest. It keeps the network and the browser it was opened from, so that you recognise it under “My account”. The language, theme and time zone that you set there are kept with your account.',
      },
      {
        fr: 'Double authentification, si vous l’activez : le secret partagé avec votre application (chiffré) et l’empreinte des codes de secours, effacés dès qu’elle est désactivée. Un journal garde qui a changé les accès de votre organisation, et quand. Si votre organisation fait entrer par son propre fournisseur d’identité, il confirme votre adresse ; nous ne gardons de lui que l’empreinte de l’identifiant qu’il vous donne, pour que personne d’autre n’entre à votre place. Un second cookie, de 5 minutes, relie les deux étapes d’une connexion.',
        en: 'Two-step verification, if you set it up: the secret shared with your app (encrypted) and the digest of recovery codes, erased as soon as it is turned off. A journal keeps who changed the access of your organisation, and when. If your organisation lets people in by its own identity service, that service confirms your address; of it we only keep the digest of the identifier it gives you, so that nobody else comes in as you. A second cookie, of 5 minutes, links the two steps of a sign-in.',
      },
      {
        fr: 'Essais de connexion : une empreinte de l’adresse essayée et du réseau, effacée au bout de 2 jours. Journaux techniques : adresse de la page, réponse, durée ; ni nom ni contenu ; bornés en taille, les plus anciens s’effacent.',
        en: 'Tries to sign in: a digest of the address tried and of the network, erased after 2 days. Technical logs: address of the page, answer, duration; neither name nor content; bounded in size, the oldest go.',
      },
      {
        fr: 'Notifications : ce qui s’est passé et vous concerne (codes, dates, liens, jamais de données de clients), gardé 180 jours. Les courriels n’en disent pas plus ; chacun choisit leur rythme, ou aucun.',
        en: 'Notifications: what happened and concerns you (codes, dates, links, never data of customers), kept for 180 days. Mail says no more; everybody chooses how often it comes, or never.',
      },
      {
        fr: 'Un compte fermé perd son adresse de connexion, son mot de passe et sa double authentification. Le nom reste auprès des actes passés (acceptations, annotations), qui engagent les deux parties.',
        en: 'A closed account loses its sign-in address, password and two-step verification. The name stays beside past acts (acceptances, annotations), which bind both parties.',
      },
    ],
  },
  {
    title: { fr: 'Données des clients finals', en: 'Data of end customers' },
    paragraphs: [
      {
        fr: 'Les outils de tickets envoient des évènements. Le contenu brut de chaque livraison est gardé à part, pour pouvoir recalculer et prouver ; aucun écran ne le montre. Les chiffres n’en retiennent que des faits sans nom : instants, états, canal, motif ; le demandeur et le conseiller n’y sont que des pseudonymes propres au contrat.',
        en: 'Ticketing tools send events. The raw content of each delivery is kept apart, in order to recompute and prove; no screen shows it. Figures retain facts without names only: instants, statuses, channel, reason; requester and agent are pseudonyms of that contract.',
      },
      {
        fr: 'Enquêtes : la note, le ticket, la date. Un commentaire joint est chiffré à part et n’est montré à personne sous sa forme d’origine : les deux parties en lisent un texte où noms, adresses, téléphones, comptes, cartes et numéros sont masqués. Un nom rare que rien n’annonce peut y rester.',
        en: 'Surveys: the score, the ticket, the date. A comment that came along is encrypted apart and shown to nobody in its original form: both parties read a text in which names, addresses, phones, accounts, cards and numbers are masked. A rare name that nothing announces may remain.',
      },
      {
        fr: 'Enquêtes hébergées par Copil : une empreinte de la référence du client, pour ne pas l’inviter trop souvent, et la date ; une invitation ne vaut que pour une réponse. La page de l’enquête dit elle-même qui en décide, pourquoi, pour combien de temps, et à qui s’adresser.',
        en: 'Surveys hosted by Copil: a digest of the reference of the customer, so that nobody is invited too often, and the date; an invitation is good for one answer. The page of the survey itself says who decides, why, for how long, and whom to ask.',
      },
      {
        fr: 'Conservation : les faits et les chiffres durent autant que la relation et sa preuve. Les contenus bruts des livraisons sont effacés mois par mois, 13 mois après leur enregistrement, sauf autre durée réglée par l’exploitant ; il en reste l’instant, la suite donnée et l’empreinte.',
        en: 'Retention: facts and figures last as long as the relation and its proof. Raw contents of deliveries are erased month by month, 13 months after they were recorded, unless the operator has set another duration; when each came, what became of it and its digest remain.',
      },
    ],
  },
  {
    title: { fr: 'Où, et avec qui', en: 'Where, and with whom' },
    paragraphs: [
      {
        fr: 'Les données restent sur l’installation et chez son hébergeur, et dans ses sauvegardes. Les pages ne chargent rien d’ailleurs. Copil n’appelle que ce qu’une partie a réglé : le fournisseur d’identité de son organisation, et l’outil du prestataire à qui les retours masqués sont transmis, visible des deux parties. Un transfert hors de l’Espace économique européen ne peut venir que du choix de l’hébergeur ou de l’accès d’une partie.',
        en: 'Data stay on the installation and with its host, and in its backups. Pages load nothing from elsewhere. Copil calls only what a party has set up: the identity provider of its organisation, and the provider’s tool to which masked feedback is passed on, seen by both parties. A transfer out of the European Economic Area can only come from the choice of the host or from the access of a party.',
      },
      {
        fr: 'Chacune des deux parties d’un contrat lit les chiffres de ce contrat, et aucun autre.',
        en: 'Each of the two parties of a contract reads the figures of that contract, and of no other.',
      },
    ],
  },
  {
    title: { fr: 'Vos droits', en: 'Your rights' },
    paragraphs: [
      {
        fr: 'Accès, rectification, effacement, limitation, opposition, selon le RGPD : demandez d’abord à votre organisation, ou à celle dont vous êtes client ; elle répond, l’exploitant l’aide. Les demandes d’accès et d’effacement des clients finals s’inscrivent et se suivent dans Copil, au contrat, sous « Droits des personnes » : réponse due en un mois.',
        en: 'Access, correction, erasure, restriction, objection, under the GDPR: ask your organisation first, or the one whose customer you are; it answers, the operator helps. Requests of end customers for access and erasure are recorded and followed in Copil, in the contract, under “Rights of persons”: the answer is due within one month.',
      },
      {
        fr: 'Un effacement retire les contenus bruts, les mots des réponses et les pseudonymes d’une personne ; les faits sans nom et les chiffres convenus restent. Ce qu’un membre d’une partie a écrit lui-même (annotation) n’en fait pas partie. Une sauvegarde faite avant contient encore ce qui a été effacé, jusqu’à sa suppression ; si elle est restaurée, les effacements plus récents sont à refaire.',
        en: 'An erasure removes raw contents, words of answers and pseudonyms of a person; facts without names and agreed figures stay. What somebody of a party wrote (an annotation) is not part of it. A backup made before still holds what was erased, until it is deleted; if it is restored, later erasures have to be done again.',
      },
      {
        fr: 'Vous pouvez aussi saisir la CNIL (Commission nationale de l’informatique et des libertés).',
        en: 'You may also turn to the CNIL, the French data protection authority.',
      },
    ],
  },
]

export const LEGAL: readonly Block[] = [
  {
    title: { fr: 'Logiciel', en: 'Software' },
    paragraphs: [
      {
        fr: 'Copil est un logiciel libre, sous licence Apache 2.0. Il est fourni sans garantie, aux termes de cette licence.',
        en: 'Copil is free software under the Apache 2.0 licence. It comes without warranty, on the terms of that licence.',
      },
    ],
  },
  {
    title: { fr: 'Ce que valent les actes faits ici', en: 'What acts done here are worth' },
    paragraphs: [
      {
        fr: 'Une acceptation garde qui, quand, et l’empreinte du texte accepté. C’est une signature électronique simple : elle peut servir de preuve, sa force s’apprécie au cas par cas. Copil ne délivre pas de signature avancée ni qualifiée.',
        en: 'An acceptance keeps who, when, and the digest of the text accepted. It is a simple electronic signature: it may serve as evidence, its weight is judged case by case. Copil gives neither advanced nor qualified signatures.',
      },
      {
        fr: 'Copil n’émet pas de factures et ne retient aucune somme. Rien ici n’est un conseil juridique.',
        en: 'Copil issues no invoices and withholds no money. Nothing here is legal advice.',
      },
    ],
  },
  {
    title: { fr: 'Marques', en: 'Trade marks' },
    paragraphs: [
      {
        fr: 'Net Promoter, NPS et Net Promoter Score sont des marques de Bain & Company, Satmetrix Systems (NICE) et Fred Reichheld. Les noms des outils raccordés appartiennent à leurs éditeurs.',
        en: 'Net Promoter, NPS and Net Promoter Score are trade marks of Bain & Company, Satmetrix Systems (NICE) and Fred Reichheld. The names of connected tools belong to their makers.',
      },
    ],
  },
]

export const ACCESSIBILITY: readonly Block[] = [
  {
    title: { fr: 'Niveau : non audité', en: 'Level: not audited' },
    paragraphs: [
      {
        fr: 'Aucun audit RGAA n’a été fait : Copil ne peut donc dire ni « totalement », ni « partiellement conforme ». Il vise WCAG 2.2, niveau AA.',
        en: 'No audit (RGAA, the French method) has been made: Copil can therefore claim neither full nor partial conformity. It aims at WCAG 2.2, level AA.',
      },
    ],
  },
  {
    title: { fr: 'Ce qui est vérifié à chaque version', en: 'What is checked with each version' },
    paragraphs: [
      {
        fr: 'Les écrans sont ouverts dans Chromium, en français et en anglais, en clair et en sombre, à 390 et à 1 440 pixels : aucune faute connue d’axe-core, aucun débordement, taille des textes, parcours au clavier et marque du focus, sens gardé sans couleur.',
        en: 'Screens are opened in Chromium, in French and English, light and dark, at 390 and 1,440 pixels: no fault known to axe-core, no overflow, size of texts, keyboard path and focus mark, meaning kept without colour.',
      },
      {
        fr: 'Chaque courbe a une phrase et un tableau qui disent la même chose.',
        en: 'Each curve has a sentence and a table that say the same.',
      },
    ],
  },
  {
    title: { fr: 'Ce qui ne l’est pas', en: 'What is not' },
    paragraphs: [
      {
        fr: 'Aucun essai avec un lecteur d’écran (NVDA, JAWS, VoiceOver), ni avec Firefox ou Safari, ni avec des personnes concernées. La description de l’interface (/docs) est un outil tiers, en anglais, que nous n’avons pas vérifié.',
        en: 'No try with a screen reader (NVDA, JAWS, VoiceOver), nor with Firefox or Safari, nor with people concerned. The description of the interface (/docs) is a third party’s tool that we have not checked.',
      },
    ],
  },
  {
    title: { fr: 'Signaler un obstacle', en: 'Report an obstacle' },
    paragraphs: [
      {
        fr: 'Écrivez à l’exploitant (contact ci-dessous) en disant la page et ce qui vous a arrêté. Sans réponse, vous pouvez saisir le Défenseur des droits.',
        en: 'Write to the operator (contact below), say the page and what stopped you. Without an answer, you may turn to the Défenseur des droits, the French ombudsman.',
      },
    ],
  },
]
