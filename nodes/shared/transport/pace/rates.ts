import type { IDataObject } from 'n8n-workflow';

/** How often something may happen: each limit holds for any stretch of time of its length. */
export interface Rate {
	/** What is counted, for example an API or a receiver. */
	key: string;
	perSecond?: number;
	perMinute?: number;
}

/** What tells how often a request may be sent. */
export interface PacedRequest {
	method: string;
	/** Template with `:name` segments, or a path. */
	url: string;
	/** The path as it is sent. */
	filled: string;
	body?: IDataObject;
}

type Tier = Omit<Rate, 'key'>;

/** The tier of nearly all APIs for messages, chats and contacts, and of those that name none. */
const USUAL: Tier = { perSecond: 50, perMinute: 1000 };

/** The APIs of other tiers, from the "Rate limit" rows of their pages. */
const OTHERS: Record<string, Tier> = {
	'POST /open-apis/im/v2/url_previews/batch_update': { perSecond: 5 },
	'POST /open-apis/contact/v3/users/basic_batch': { perSecond: 5 },
	'POST /open-apis/im/v2/app_feed_card': { perSecond: 10 },
	'DELETE /open-apis/im/v2/app_feed_card/batch': { perSecond: 10 },
	'PUT /open-apis/im/v2/app_feed_card/batch': { perSecond: 10 },
	'PUT /open-apis/im/v2/chat_button': { perSecond: 10 },
	'GET /open-apis/docx/v1/chats/:id/announcement': { perSecond: 20 },
	'POST /open-apis/passport/v1/sessions/query': { perMinute: 10 },
};

interface TargetRule {
	api: RegExp;
	kind: string;
	/** The field of the body that names the target; otherwise the pattern's group does. */
	field?: string;
	perSecond: number;
}

/** What has a limit of its own beside the API. A reply's chat is not known: its message stands for it. */
const TARGETS: TargetRule[] = [
	{
		api: /^POST \/open-apis\/im\/v1\/(?:messages|messages\/merge_forward|(?:messages|threads)\/[^/]+\/forward)$/,
		kind: 'receiver',
		field: 'receive_id',
		perSecond: 5,
	},
	{ api: /^POST \/open-apis\/im\/v1\/messages\/([^/]+)\/reply$/, kind: 'reply', perSecond: 5 },
	{ api: /^PATCH \/open-apis\/im\/v1\/messages\/([^/]+)$/, kind: 'card', perSecond: 5 },
	{ api: /^DELETE \/open-apis\/im\/v1\/pins\/([^/]+)$/, kind: 'pin', perSecond: 5 },
	{
		api: /^POST \/open-apis\/im\/v1\/pins$/,
		kind: 'pin',
		field: 'message_id',
		perSecond: 5,
	},
	{
		api: /^POST \/open-apis\/ephemeral\/v1\/send$/,
		kind: 'ephemeral',
		field: 'chat_id',
		perSecond: 40,
	},
];

/** Segments that are no part of the API's name: `:name` of a template, or an ID by its prefix. */
const VARIABLE = /\/(?::|(?:om|omt|oc|ou|on|od|bm|cli|img|file)[_-])[^/]+/g;

/** The API of a request, the same for a template and for a path with its IDs. */
const apiOf = ({ method, url }: PacedRequest): string =>
	`${method} ${url.replace(VARIABLE, '/:id')}`;

function targetOf({ method, filled, body }: PacedRequest): Rate | undefined {
	const called = `${method} ${filled}`;
	for (const { api, kind, field, perSecond } of TARGETS) {
		const match = api.exec(called);
		const target = match && (field ? body?.[field] : match[1]);
		if (typeof target === 'string') return { key: `${kind} ${target}`, perSecond };
	}
	return undefined;
}

/**
 * Tells which limits a request counts towards.
 *
 * @returns the API's, then that of the receiver, chat or message, if it has one
 * @see api-call-guide, "Frequency control"; the limits of im-v1/message/create, patch, im-v1/pin and the ephemeral card
 */
export function ratesOf(request: PacedRequest): Rate[] {
	const api = apiOf(request);
	const target = targetOf(request);
	return [{ key: api, ...(OTHERS[api] ?? USUAL) }, ...(target ? [target] : [])];
}
