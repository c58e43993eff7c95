/** What a survey's second header line says of a question with one cell for its answer. */
const ANSWER =
  /^(?:(?:open[- ]ended )?response|(?:offene )?(?:antwort|beantwortung)|réponse(?: ouverte| libre)?|respuesta(?: abierta)?|risposta(?: aperta)?|resposta(?: aberta)?)$/i;
/** Whether a cell beneath a question says no more than that the answers follow. */
export const announcesAnswers = (cell: string): boolean => ANSWER.test(cell);
