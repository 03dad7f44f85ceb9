import { LANGUAGES } from '../content/i18n';
import type { User } from '../world/types';
import type { World } from '../world/world';

/** What a person sets in the client. */
export interface PersonChange {
	/** `en_us`, `zh_cn` and so on. */
	language?: string;
	/** Such as `Asia/Shanghai`. */
	timezone?: string;
}

/** @throws Error for a language or time zone that does not exist */
export function changePerson(world: World, user: User, change: PersonChange): User {
	const { language = user.language, timezone = user.timezone } = change;
	if (!LANGUAGES.includes(language)) throw new Error(`There is no language ${language}`);
	assertTimeZone(timezone);
	Object.assign(user, { language, timezone });
	world.emit({ type: 'state' });
	return user;
}

function assertTimeZone(timeZone: string): void {
	try {
		new Intl.DateTimeFormat('en', { timeZone });
	} catch {
		throw new Error(`There is no time zone ${timeZone}`);
	}
}
