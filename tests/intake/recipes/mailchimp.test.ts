import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const AUDIENCE = `"Email Address","First Name","Last Name",Address,"Phone Number",Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS
ann@example.com,Ann,Lee,,+15550001,03/14,4,"2024-01-03 10:11:12",1.2.3.4,"2024-01-03 10:12:12",1.2.3.4,,,,,,US,MA,"2025-01-03 10:11:12",101,e1,,vip
bob@example.com,Bob,Ray,,,,2,"2024-02-13 10:11:12",,"2024-02-13 10:11:12",,,,,,,DE,,"2025-01-03 10:11:12",102,e2,,
cat@example.com,,,,,,3,"2024-03-14 10:11:12",,"2024-03-14 10:11:12",,,,,,,FR,,"2025-01-03 10:11:12",103,e3,,"vip, shop"`;
const EXPECTED: Expected = {
  recipe: 'Mailchimp audience',
  roles: {
    customers: {
      name: 'First Name + Last Name',
      email: 'Email Address',
      phone: 'Phone Number',
      region: 'CC',
      acquired_on: 'OPTIN_TIME',
      segment: 'TAGS',
    },
  },
};
test('people are known by their e-mail', () => expectRecipe(AUDIENCE, EXPECTED));
test('the e-mail may be called otherwise', () =>
  expectRecipe(renamed(AUDIENCE, '"Email Address"', 'Email'), withColumn(EXPECTED, 'Email Address', 'Email')));
test('an audience in German', () =>
  expectRecipe(
    `E-Mail-Adresse;Vorname;Nachname;MEMBER_RATING;OPTIN_TIME;CONFIRM_TIME;CC;LEID;EUID
ann@example.com;Ann;Lee;4;2024-01-03 10:11:12;2024-01-03 10:12:12;DE;101;e1
bob@example.com;Bob;Ray;2;2024-02-13 10:11:12;2024-02-13 10:11:12;AT;102;e2
cat@example.com;Cat;Roe;3;2024-03-14 10:11:12;2024-03-14 10:11:12;DE;103;e3`,
    {
      recipe: 'Mailchimp audience',
      roles: {
        customers: {
          name: 'Vorname + Nachname',
          email: 'E-Mail-Adresse',
          region: 'CC',
          acquired_on: 'OPTIN_TIME',
        },
      },
    },
  ));
