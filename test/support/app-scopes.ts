import { lackingScopes, needsOf, PURPOSES } from '../../nodes/shared/purpose/purposes';

const purposeOf = (value: string) => PURPOSES.find((purpose) => purpose.value === value)!;

/** What an app of each purpose has to have. */
export const scopesOfPurpose = (value: string): string[] =>
	lackingScopes(needsOf(purposeOf(value)));

export const CHAT_BOT_SCOPES = scopesOfPurpose('chatBot');
