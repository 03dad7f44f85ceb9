type Catalog = Record<string, string[] | undefined>;

/** What a code means, as far as the documentation says so. */
export interface Meaning {
	/** What happened; '' where Lark's own words say it. */
	message?: string;
	/** What to do. */
	fix?: string;
}

/** Services that send messages, the old ones included, and those that give out tokens. */
const MESSAGES_AND_TOKENS = 'auth authen bot ephemeral im interactive message'.split(' ');

/**
 * Small codes are not unique: each service gives them meanings of its own. Larger ones have one
 * meaning everywhere.
 *
 * @see api-call-guide, "Generic error codes"; the error tables of the endpoints
 */
const SMALL_CODES: Array<{ from: number; to: number; services: string[] }> = [
	{ from: 10_000, to: 19_999, services: MESSAGES_AND_TOKENS },
	{ from: 20_000, to: 20_999, services: ['auth', 'authen'] },
	{ from: 21_000, to: 39_999, services: MESSAGES_AND_TOKENS },
	{ from: 40_000, to: 49_999, services: ['contact'] },
	{ from: 100_000, to: 399_999, services: [...MESSAGES_AND_TOKENS, 'cardkit'] },
];

const serviceOf = (path: string): string => path.split('/')[2] ?? '';

/** Whether a code can mean the same in the service of a path as in the table. */
function canApply(code: number, path: string): boolean {
	const range = SMALL_CODES.find(({ from, to }) => code >= from && code <= to);
	return !range || path === '' || range.services.includes(serviceOf(path));
}

/**
 * Looks up a code of Lark.
 *
 * @param path of the endpoint: its last part, or last two, name codes that mean something else there, its service
 * tells which meanings can apply; '' leaves both out
 * @returns nothing for a code that is not documented for such an endpoint
 */
export async function meaningOf(code: number, path: string): Promise<Meaning> {
	const catalog = (await import('./errorCatalog.json')).default as Catalog;
	const segments = path.split('/');
	const own =
		catalog[`${segments.slice(-2).join('/')} ${code}`] ?? catalog[`${segments.at(-1)} ${code}`];
	const [message, fix] = own ?? (canApply(code, path) ? catalog[String(code)] : undefined) ?? [];
	return { message, fix };
}

/** Of a service whose codes mean what they mean for cards. */
const CARD_PATH = '//interactive/card';

/**
 * Looks up what makes Lark refuse a card: a code of its own, inside of the message.
 *
 * @param said such as `Failed to create card content, ext=ErrCode: 11310; ErrMsg: cardid is invalid; ...`
 * @see im-v1/message/create, 230099
 */
export async function cardAdvice(said: string): Promise<string | undefined> {
	const [, subCode] = /ErrCode: ?(\d{1,10})/i.exec(said) ?? [];
	return subCode === undefined ? undefined : (await meaningOf(Number(subCode), CARD_PATH)).fix;
}
