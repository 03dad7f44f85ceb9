import { formerIn, isOwnUrl, isTriggerUrl, testUrlOver, withoutQuery } from './address';

/** Where the pushes of an app go. */
export interface CurrentWay {
	mode?: string;
	/** '' for nowhere. */
	url: string;
}

/** What a trigger wants, and what it knows. */
export interface UrlWish {
	/** The address that Lark is to know. */
	target: string;
	/** Where the addresses of this n8n begin, without a slash at the end. */
	ownUrl: string;
	/** Whether the address is for the time of a test, and the former one is put back. */
	isTest: boolean;
	/** Whether a request URL that is none of ours may be replaced. */
	replaces: boolean;
	/** Whether an address is that of a published trigger here. */
	isPublished(url: string): boolean;
}

/** Why the request URL stays. */
export type Obstacle =
	/** Another server gets the events. */
	| 'elsewhere'
	/** A webhook of this n8n that is no Lark Trigger. */
	| 'otherWebhook'
	/** Events go over a long connection; the way is changed by a version. */
	| 'longConnection';

export type UrlDecision =
	/**
	 * Lark is told the address. A test's carries the former one along. If somebody answers at `unless`, an address of this
	 * n8n of which this process does not know, that one stays.
	 */
	| { kind: 'save'; url: string; unless?: string }
	/** It is there already, or that of another trigger of this n8n, which passes events on. */
	| { kind: 'keep' }
	/** `restore` is put back, since a test has left its own address. */
	| { kind: 'leave'; obstacle: Obstacle; url: string; restore?: string };

/** Whose address it is, seen from this n8n. */
function obstacleAt(url: string, { ownUrl, replaces }: UrlWish): Obstacle | undefined {
	if (url === '' || replaces) return undefined;
	if (!isOwnUrl(url, ownUrl)) return 'elsewhere';
	return isTriggerUrl(url) ? undefined : 'otherWebhook';
}

/** An address up to what tells one trigger from another: `https://n8n.example.com/webhook`. */
const endpointOfUrl = (url: string) => withoutQuery(url).split('/').slice(0, -2).join('/');

/**
 * Decides whether Lark is told the address of a trigger. That of another server stays, and so does that of another
 * trigger of this n8n that is published: it passes all events on. One of this n8n at which no trigger is published any
 * more is replaced.
 */
export function decideUrl(current: CurrentWay, wish: UrlWish): UrlDecision {
	const { url, mode } = current;
	const { target, ownUrl, isTest } = wish;
	if (mode === 'websocket') return { kind: 'leave', obstacle: 'longConnection', url };
	if (withoutQuery(url) === withoutQuery(target) || wish.isPublished(url)) return { kind: 'keep' };
	const left = isOwnUrl(url, ownUrl) ? formerIn(url) : undefined;
	const former = left ?? url;
	const obstacle = obstacleAt(former, wish);
	if (obstacle) return { kind: 'leave', obstacle, url: former, ...(left && { restore: left }) };
	if (former === '' || !isOwnUrl(former, ownUrl) || !isTriggerUrl(former)) {
		return { kind: 'save', url: isTest ? testUrlOver(target, former) : target };
	}
	const isOfProduction = (endpointOfUrl(former) === endpointOfUrl(target)) !== isTest;
	return { kind: 'save', url: target, ...(isOfProduction && { unless: former }) };
}
