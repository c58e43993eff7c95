import type { Notice } from '../../domain/notices';
import type { TableQuestion } from '../../domain/questions';
import type { Role, RoleMapping } from '../../domain/roles';
import type { ColumnProfile } from './column-profile';
import type { Question } from './guess-questions';

export interface GuessedRole {
  readonly role: Role;
  readonly mapping: RoleMapping;
  /** 0 to 1. */
  readonly score: number;
}
export interface GuessedColumn {
  readonly name: string;
  readonly profile: ColumnProfile;
  /** In the role that comes first among those that use the column. */
  readonly guess: { readonly role: Role; readonly field: string } | null;
  readonly confidence: 'sure' | 'look' | 'unused';
  /** A short sentence for the person who checks the guess. */
  readonly evidence: string;
}

export interface Understanding {
  /** The main role first; empty when the table plays none. */
  readonly roles: readonly GuessedRole[];
  readonly columns: readonly GuessedColumn[];
  readonly questions: readonly Question[];
  /** What is open, but in columns that fill no field: nobody needs to be asked. */
  readonly idleQuestions: readonly Question[];
  /** What was noticed while its columns were understood. */
  readonly notices: readonly Notice[];
  /** What money or people depend on and only a person can tell, with each reading as a whole mapping. */
  readonly asks: readonly TableQuestion[];
  /** The known system whose export it looks like. */
  readonly recipe: string | null;
}
