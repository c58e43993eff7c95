import type { Recipe } from '../recipe';

/** One row an answer; the questions are the survey's own. */
export const surveyMonkeyResponses: Recipe = {
  id: 'surveymonkey_responses',
  name: 'SurveyMonkey responses',
  source: 'https://help.surveymonkey.com/en/surveymonkey/analyze/exports/',
  fingerprints: [
    ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address'],
    ['Respondent ID', 'Collector ID', 'Date Created', 'Date Modified', 'IP Address', 'Email Address'],
  ],
  roles: {
    surveys: {
      customer: ['Email Address', 'Respondent ID'],
      date: ['End Date', 'Date Modified', 'Start Date', 'Date Created'],
      score: [],
      comment: [],
    },
  },
  secondBest: ['Respondent ID'],
  ignored: ['Collector ID', 'IP Address', 'First Name', 'Last Name', 'Custom Data 1'],
};
