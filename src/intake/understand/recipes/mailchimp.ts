import type { Recipe } from '../recipe';

/** One row a person, known by the e-mail. */
export const mailchimpAudience: Recipe = {
  id: 'mailchimp_audience',
  name: 'Mailchimp audience',
  source: 'https://mailchimp.com/help/view-export-contacts/',
  fingerprints: [
    ['Email Address', 'First Name', 'Last Name', 'MEMBER_RATING', 'OPTIN_TIME', 'CONFIRM_TIME', 'LEID', 'EUID'],
    ['E-Mail-Adresse', 'Vorname', 'Nachname', 'MEMBER_RATING', 'OPTIN_TIME', 'CONFIRM_TIME', 'LEID', 'EUID'],
  ],
  roles: {
    customers: {
      email: ['Email Address', 'E-Mail-Adresse'],
      phone: ['Phone Number', 'Telefonnummer'],
      region: ['CC', 'REGION'],
      acquired_on: ['OPTIN_TIME', 'CONFIRM_TIME'],
      segment: ['TAGS'],
    },
  },
  secondBest: ['REGION', 'CONFIRM_TIME'],
  ignored: ['MEMBER_RATING', 'LAST_CHANGED', 'LATITUDE', 'LONGITUDE', 'GMTOFF', 'DSTOFF', 'TIMEZONE', 'LEID', 'EUID'],
};
