/** One line per indicator for exports, fetched with them; the full definition comes with its explanation. */
import type { Text } from '../ui/text'

export const FORMULAS: Record<string, Text> = {
  frt: {
    fr: 'De la création à la première réponse publique d’une personne, temps calendaire ; tickets répondus.',
    en: 'From creation to the first public answer by a person, calendar time; answered tickets.',
  },
  frt_business: {
    fr: 'De la création à la première réponse publique d’une personne, heures ouvrées de l’engagement de délai.',
    en: 'From creation to the first public answer by a person, in the business hours of the time commitment.',
  },
  ttr: {
    fr: 'De la création à la dernière résolution, temps calendaire.',
    en: 'From creation to the last resolution, calendar time.',
  },
  ttr_contractual: {
    fr: 'De la création à la dernière résolution, sans les attentes que le contrat retire.',
    en: 'From creation to the last resolution, without the waits that the contract takes out.',
  },
  sla_resolution: {
    fr: 'Tickets résolus dans le délai promis, sur les tickets résolus ou échus.',
    en: 'Tickets solved within the promised time, over the tickets solved or due.',
  },
  sla_first_response: {
    fr: 'Tickets répondus dans le délai promis, sur les tickets échus.',
    en: 'Tickets answered within the promised time, over the tickets due.',
  },
  fcr_ticket: {
    fr: 'Tickets résolus au premier contact et non rouverts dans le délai convenu, sur les tickets résolus.',
    en: 'Tickets solved at the first contact and not reopened within the agreed time, over the tickets solved.',
  },
  fcr_observed: {
    fr: 'Premiers contacts sans nouveau contact du même client pour le même motif dans les N jours du contrat, sur les premiers contacts dont ce délai est passé.',
    en: 'First contacts with no further contact of the same customer for the same reason within the contract’s N days, over first contacts whose N days are over.',
  },
  fcr_declared: {
    fr: 'Réponses « oui » à « résolu au premier contact ? », sur les réponses à cette question.',
    en: '“Yes” answers to “solved at first contact?”, over the answers to that question.',
  },
  one_touch: {
    fr: 'Tickets résolus avec exactement un message public, sur les tickets résolus.',
    en: 'Tickets solved with exactly one public message, over the tickets solved.',
  },
  reopen_rate: {
    fr: 'Tickets rouverts dans le délai convenu après leur première résolution, sur les tickets résolus.',
    en: 'Tickets reopened within the agreed time after their first resolution, over the tickets solved.',
  },
  repeat_rate: {
    fr: 'Contacts qui suivent un contact du même client pour le même motif dans les N jours du contrat, sur les contacts de clients connus.',
    en: 'Contacts that follow another of the same customer for the same reason within the contract’s N days, over contacts of known customers.',
  },
  backlog: {
    fr: 'Tickets créés et ni résolus ni clos à la fin de la période.',
    en: 'Tickets created and neither solved nor closed at the end of the period.',
  },
  csat: {
    fr: 'Réponses satisfaites sur les réponses à l’enquête.',
    en: 'Satisfied answers over the answers to the survey.',
  },
  ces: {
    fr: 'Réponses de 5 à 7, de 1 à 7, à « on m’a facilité les choses » (CES 2.0), sur les réponses à cette question.',
    en: 'Answers from 5 to 7, from 1 to 7, to “it was made easy for me” (CES 2.0), over the answers to that question.',
  },
  nps: {
    fr: 'Part des promoteurs (9 ou 10) moins part des détracteurs (0 à 6), en points de −100 à 100.',
    en: 'Share of promoters (9 or 10) minus share of detractors (0 to 6), in points from −100 to 100.',
  },
  data_completeness: {
    fr: 'Tickets dont la création est arrivée, sur tous les tickets dont on a entendu parler.',
    en: 'Tickets whose creation arrived, over all tickets heard of.',
  },
}
