import { expect, test } from 'vitest';
import { readOne } from '../reading-files';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const QUESTION = 'How likely is it that you would recommend this company to a friend or colleague?';
const ANSWERS = `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,${QUESTION},What could we do better? Your comment
,,,,,,,,,Response,Open-Ended Response
11801,4501,01/03/2025 10:11:12 AM,01/03/2025 10:12:12 AM,1.2.3.4,ann@example.com,Ann,Lee,,9,
11802,4501,01/14/2025 10:11:12 AM,01/14/2025 10:12:12 AM,1.2.3.5,bob@example.com,Bob,Ray,,10,All fine
11803,4501,02/03/2025 10:11:12 AM,02/03/2025 10:12:12 AM,1.2.3.6,cat@example.com,Cat,Roe,,3,Late
11804,4501,02/13/2025 10:11:12 AM,02/13/2025 10:12:12 AM,1.2.3.7,dan@example.com,Dan,Kim,,7,
11805,4501,02/23/2025 10:11:12 AM,02/23/2025 10:12:12 AM,1.2.3.8,eve@example.com,Eve,Fox,,0,Never again`;
const EXPECTED: Expected = {
  recipe: 'SurveyMonkey responses',
  roles: {
    surveys: {
      customer: 'Email Address',
      date: 'End Date',
      score: QUESTION,
      comment: 'What could we do better? Your comment',
    },
  },
};
test('each row is an answer of a person known by the e-mail', () => expectRecipe(ANSWERS, EXPECTED));
test('the second header line announces answers, and is no answer', async () => {
  const { rows, header, setAside } = await readOne(ANSWERS);
  expect([rows, header[9], header[10]]).toEqual([5, QUESTION, 'What could we do better? Your comment']);
  expect(setAside.map(({ line }) => line)).toEqual([2]);
});
test('the second header line names the choices of a question with several', async () => {
  const choices = `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,What did you buy?,,,${QUESTION}
,,,,,,Tea,Cup,Other (please specify),Response
11801,4501,01/03/2025 10:11:12 AM,01/03/2025 10:12:12 AM,1.2.3.4,ann@example.com,Tea,,,9
11802,4501,01/14/2025 10:11:12 AM,01/14/2025 10:12:12 AM,1.2.3.5,bob@example.com,,Cup,A spoon,10
11803,4501,02/03/2025 10:11:12 AM,02/03/2025 10:12:12 AM,1.2.3.6,cat@example.com,Tea,Cup,,3`;
  const { rows, header } = await readOne(choices);
  expect(rows).toBe(3);
  expect(header.slice(6)).toEqual([
    'What did you buy? Tea',
    'What did you buy? Cup',
    'What did you buy? Other (please specify)',
    QUESTION,
  ]);
});
test('the e-mail may be called otherwise', () =>
  expectRecipe(
    renamed(ANSWERS, 'Email Address', 'Customer Email'),
    withColumn(EXPECTED, 'Email Address', 'Customer Email'),
  ));
test('the other set of headers, of answers without names', () =>
  expectRecipe(
    `Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1,${QUESTION}
11801,4501,2025-01-03 10:11:12,2025-01-03 10:12:12,1.2.3.4,,,,,9
11802,4501,2025-01-14 10:11:12,2025-01-14 10:12:12,1.2.3.5,,,,,10
11803,4501,2025-02-03 10:11:12,2025-02-03 10:12:12,1.2.3.6,,,,,3`,
    {
      recipe: 'SurveyMonkey responses',
      roles: { surveys: { customer: 'Respondent ID', date: 'Date Modified', score: QUESTION } },
    },
  ));
