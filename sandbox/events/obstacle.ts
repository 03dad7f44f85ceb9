import { hasScope } from '../world/scopes';
import { documentedEvents } from './documented-event';
import type { Occasion } from './occasion';

/** @returns why an app does not get an event; undefined when it does */
export function obstacleOf({ app, eventType, scopes, because }: Occasion): string | undefined {
	if (!app.botEnabled || app.disabled || app.activateStatus !== 2) {
		return 'the app or its bot is not enabled';
	}
	const needed = scopes ?? documentedEvents.find(({ type }) => type === eventType)?.scopes ?? [];
	if (needed.length > 0 && !needed.some((scope) => hasScope(app, scope))) {
		const missing = `the app has none of the scopes ${needed.join(', ')}`;
		return because ? `${because}, and ${missing}` : missing;
	}
	if (app.events !== 'all' && !app.events.includes(eventType)) {
		return `the app has not subscribed to ${eventType}`;
	}
	if (!app.requestUrl && !app.longConnection) {
		return 'the app has neither a request URL nor a long connection';
	}
	return undefined;
}
