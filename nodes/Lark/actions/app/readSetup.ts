import { NodeApiError } from 'n8n-workflow';

import { getBotInfo } from '../../../shared/lark/app';
import {
	countConnections,
	getApplication,
	getAppVersion,
	getContactsRange,
	listScopes,
} from '../../../shared/lark/apps';
import type { LarkClient } from '../../../shared/transport/client';
import type { LarkData } from '../../../shared/transport/endpoint';
import { larkCodeOf } from '../../../shared/transport/larkCode';

type DataOf<Endpoint> = Endpoint extends { sdkMethod?: infer Method }
	? NonNullable<Method> extends (payload?: never) => Promise<unknown>
		? LarkData<NonNullable<Method>>
		: never
	: never;

export type Application = NonNullable<DataOf<typeof getApplication>['app']>;
export type AppVersion = NonNullable<DataOf<typeof getAppVersion>['app_version']>;

/** Why something could not be read. */
export interface Refusal {
	/** Lark's code; none when Lark did not answer. */
	code?: number;
	message: string;
	advice: string;
}

/** What was read, or why not. */
export type Reading<Value> = { value: Value } | { refusal: Refusal };

/** What an app can find out about its own set-up. */
export interface Setup {
	bot: Reading<{ activate_status: number; ip_white_list?: string[] }>;
	/** Absent where the first call has failed for a reason that holds for all. */
	rest?: Rest;
}

export interface Rest {
	/** The bot's scopes that the console has, and whether the company has granted them. */
	scopes: Reading<Array<{ name: string; isGranted: boolean }>>;
	/** The scopes that people can grant. */
	personScopes: string[];
	application: Reading<Application>;
	/** The version that is in use. */
	online?: Reading<AppVersion>;
	contacts: Reading<DataOf<typeof getContactsRange>>;
	connections: Reading<number>;
}

/** With these codes Lark says that there is no bot; everything else can be asked all the same. */
const NO_BOT = [11205, 230006, 232025, 234007];

export const isWithoutBot = ({ bot }: Setup): boolean =>
	'refusal' in bot && NO_BOT.includes(bot.refusal.code ?? 0);

/** @throws what is no refusal of Lark: a credential or setting that cannot be used */
async function attempt<Value>(call: () => Promise<Value>): Promise<Reading<Value>> {
	return await call().then(
		(value) => ({ value }),
		(error: Error) => {
			if (!(error instanceof NodeApiError)) throw error;
			const { message, description } = error;
			return { refusal: { code: larkCodeOf(error), message, advice: description ?? '' } };
		},
	);
}

/** @returns the value that was read; undefined when it was not */
export const valueOf = <Value>(reading?: Reading<Value>): Value | undefined =>
	reading && 'value' in reading ? reading.value : undefined;

/**
 * Reads all that the app may know about itself. A call that Lark refuses is a part of the result.
 *
 * @throws InputError for a credential that cannot be used
 */
export async function readSetup(lark: LarkClient): Promise<Setup> {
	const bot = await attempt(async () => (await lark.call(getBotInfo)).bot);
	if ('refusal' in bot && !isWithoutBot({ bot })) return { bot };
	const { appId: app_id } = lark.app;
	const lang = 'en_us' as const;
	const [listed, application, contacts, connections] = await Promise.all([
		attempt(async () => await lark.call(listScopes)),
		attempt(async () => {
			const { app } = await lark.call(getApplication, { path: { app_id }, query: { lang } });
			return app ?? ({} as Application);
		}),
		attempt(async () => await lark.call(getContactsRange, { path: { app_id } })),
		attempt(async () => (await lark.call(countConnections)).online_instance_cnt ?? 0),
	]);
	const version_id = valueOf(application)?.online_version_id;
	const online = version_id
		? await attempt(async () => {
				const path = { app_id, version_id };
				const { app_version } = await lark.call(getAppVersion, { path, query: { lang } });
				return app_version ?? ({} as AppVersion);
			})
		: undefined;
	const scopes = 'refusal' in listed ? listed : { value: scopesIn(listed.value, 'tenant') };
	const personScopes = scopesIn(valueOf(listed) ?? {}, 'user').map(({ name }) => name);
	return { bot, rest: { scopes, personScopes, application, online, contacts, connections } };
}

/** The scopes of the bot, or those that people can grant; Lark lists both. */
function scopesIn({ scopes = [] }: DataOf<typeof listScopes>, wanted: 'tenant' | 'user') {
	return scopes
		.filter(({ scope_type: type = 'tenant' }) => type === wanted)
		.map(({ scope_name: name, grant_status: status }) => ({ name, isGranted: status === 1 }));
}
