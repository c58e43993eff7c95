import {
  decide,
  NO_CHOICES,
  undo,
  type Decision,
  type Preference,
  type RecordName,
  type UnifyChoices,
} from '../domain/unification';

/** What was decided about records of one customer. Every change brings the data together anew; one that fails changes nothing. */
export class Unification {
  choices = $state.raw<UnifyChoices>(NO_CHOICES);

  constructor(private readonly apply: (choices: UnifyChoices) => Promise<void>) {}

  decide(says: Decision['says'], one: RecordName, other: RecordName): Promise<void> {
    return this.#with({ decisions: decide(this.choices.decisions, { says, one: named(one), other: named(other) }) });
  }
  undo(one: RecordName, other: RecordName): Promise<void> {
    return this.#with({ decisions: undo(this.choices.decisions, { one, other }) });
  }
  prefer(preference: Preference, preferred: string | null): Promise<void> {
    return this.#with({ preference, preferred });
  }
  forget(): void {
    this.choices = NO_CHOICES;
  }

  #with(changed: Partial<UnifyChoices>): Promise<void> {
    return this.apply({ ...this.choices, ...changed });
  }
}

/** Without what a record shown on the page carries besides. */
const named = ({ source, key }: RecordName): RecordName => ({ source, key });
