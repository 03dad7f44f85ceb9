import { isOwnUrl, originOf, settledUrl } from '../../../../shared/requestUrl/address';
import type { Step, Wish } from '../plan';
import { changed, left, unchanged, type Situation } from './step';

const REPLACE = 'Turn on Replace the Request URL if no other server needs it.';

const lackingIn = (needed: string[], has: string[] = []) =>
	needed.filter((type) => !has.includes(type));

/** Where pushes go now; undefined when the app may not read it. */
interface Current {
	mode?: string;
	url?: string;
}

/**
 * Chooses the way of events or callbacks.
 *
 * @returns undefined when it has to stay as it is, for a reason that the step gives
 */
function wayOf(
	change: string,
	{ wish, ownUrl, connections = 0 }: Situation,
	current?: Current,
): { mode: 'webhook' | 'websocket'; url?: string } | Step {
	if (!wish.replaces) {
		const obstacle = obstacleOf(wish, ownUrl, connections, current);
		if (obstacle) return left(change, `${obstacle} ${REPLACE}`);
	}
	if (wish.mode === 'websocket') {
		return current?.mode === 'websocket' || connections > 0
			? { mode: 'websocket' }
			: left(change, NO_CONNECTION);
	}
	if (wish.requestUrl) return { mode: 'webhook', url: wish.requestUrl };
	return current?.url ? { mode: 'webhook' } : left(change, NO_URL);
}

/** Whom a change would take the pushes from; '' for nobody. */
function obstacleOf(wish: Wish, ownUrl: string, connections: number, current?: Current): string {
	if (!current) return 'The app may not read where they go now, so it stays.';
	const { mode, url: now = '' } = current;
	// A test of this n8n holds the place of the former address.
	const url = isOwnUrl(now, ownUrl) ? settledUrl(now) : now;
	if (mode === 'websocket') {
		return wish.mode === 'webhook' && connections > 0
			? `They go over ${connections} open long connections now, so it stays.`
			: '';
	}
	const isForeign = url !== '' && url !== wish.requestUrl && !isOwnUrl(url, ownUrl);
	return isForeign ? `They go to ${originOf(url)}, which is not this n8n, so it stays.` : '';
}

const NO_CONNECTION =
	'No long connection is open, and without one Lark does not take this choice. Publish a workflow with a Lark Long Connection Trigger, then run Set Up again.';

const NO_URL =
	'There is no request URL yet. Enter the Production URL of a published Lark Trigger as Request URL.';

const isStep = (way: ReturnType<typeof wayOf>): way is Step => 'change' in way;

/** The events, and where they go: the request URL at once, mode and events with a version. */
export function eventSteps(situation: Situation): Step[] {
	const { needs, application } = situation;
	if (needs.events.length === 0) return [];
	const { event } = application;
	const way = wayOf(
		'events',
		situation,
		event && { mode: event.subscription_type, url: event.request_url },
	);
	if (isStep(way)) return [way];
	const added = lackingIn(needs.events, event?.subscribed_events);
	const base = { subscription_type: way.mode };
	const steps: Step[] = [];
	if (way.mode === 'webhook' && way.url && way.url !== event?.request_url) {
		const body = { event: { ...base, request_url: way.url } };
		steps.push(changed('requestUrl', `Events go to ${way.url}`, body, 'at once'));
	}
	if (way.mode !== event?.subscription_type) {
		const detail = way.mode === 'websocket' ? 'a long connection' : 'the request URL';
		steps.push(changed('eventMode', `Events go over ${detail}`, { event: base }));
	}
	if (added.length > 0) {
		const body = { event: { ...base, add_events: added } };
		steps.push(changed('events', `Subscribe to ${added.join(', ')}`, body));
	}
	return steps.length > 0 ? steps : [unchanged('events', 'All events are subscribed')];
}

/** The callbacks, and where they go: all of it with a version. */
export function callbackSteps(situation: Situation): Step[] {
	const { needs, application } = situation;
	if (needs.callbacks.length === 0) return [];
	const callback = application.callback ?? application.callback_info;
	const current = callback && { mode: callback.callback_type, url: callback.request_url };
	const way = wayOf('callbacks', situation, current);
	if (isStep(way)) return [way];
	const added = lackingIn(needs.callbacks, callback?.subscribed_callbacks);
	const url = way.mode === 'webhook' ? way.url : undefined;
	const isThere = !url || url === callback?.request_url;
	if (added.length === 0 && isThere && way.mode === callback?.callback_type) {
		return [unchanged('callbacks', 'All callbacks are subscribed')];
	}
	const target =
		way.mode === 'websocket' ? 'over a long connection' : `to ${url ?? callback?.request_url}`;
	const body = {
		callback: {
			callback_type: way.mode,
			...(url && { request_url: url }),
			...(added.length > 0 && { add_callbacks: added }),
		},
	};
	const names = needs.callbacks.join(', ');
	return [changed('callbacks', `Subscribe to ${names}, sent ${target}`, body)];
}
