import type { Dispatcher, Subscription } from '../delivery/dispatcher';
import type { App, WorldEvent } from '../world/types';
import type { World } from '../world/world';
import { disbanded, membership, updated } from './chat-occasions';
import { v1Envelope, v2Envelope } from './envelope';
import { documentedEvents } from './documented-event';
import { reacted, read, recalled, received } from './message-occasions';
import { obstacleOf } from './obstacle';
import type { Occasion } from './occasion';
import { p2pCreated, p2pEntered } from './p2p-occasions';
import type { UndeliveredEvents } from './undelivered';

/** Pushes what happens to every app that may know of it, and keeps why others get nothing. */
export function publishEvents(
	world: World,
	dispatcher: Dispatcher,
	undelivered: UndeliveredEvents,
): void {
	world.on((happened) => {
		for (const occasion of occasionsOf(happened, world)) {
			const obstacle = obstacleOf(occasion);
			if (obstacle) undelivered.add(occasion, obstacle, world.now());
			else dispatcher.dispatch(subscriptionOf(occasion.app), envelopeOf(occasion, world));
		}
	});
}

/** @returns where and how the events of an app are sent */
export function subscriptionOf(app: App, requestUrl = app.requestUrl): Subscription {
	const { appId, verificationToken, encryptKey, longConnection } = app;
	return { appId, requestUrl, verificationToken, encryptKey, longConnection };
}

/** @returns where and how the callbacks of an app are sent: as its events, unless they have a way of their own */
export function callbackSubscriptionOf(app: App): Subscription {
	const { callbacks } = app.console;
	const events = subscriptionOf(app);
	if (!callbacks) return events;
	const { longConnection, requestUrl } = callbacks;
	return { ...events, longConnection, requestUrl: requestUrl || events.requestUrl };
}

function occasionsOf(happened: WorldEvent, world: World): Occasion[] {
	switch (happened.type) {
		case 'message.created':
			return received(happened.message, world);
		case 'reaction.added':
		case 'reaction.removed':
			return reacted(happened, world);
		case 'recalled':
			return recalled(happened, world);
		case 'read':
			return read(happened, world);
		case 'joined':
		case 'left':
			return membership(happened, world);
		case 'chat.changed':
			return updated(happened, world);
		case 'chat.dissolved':
			return disbanded(happened, world);
		case 'p2p.created':
			return p2pCreated(happened, world);
		case 'p2p.entered':
			return p2pEntered(happened, world);
		default:
			return [];
	}
}

function envelopeOf({ app, eventType, event }: Occasion, world: World): object {
	const schema = documentedEvents.find(({ type }) => type === eventType)?.schema;
	const wrap = schema === '1.0' ? v1Envelope : v2Envelope;
	return wrap(eventType, event, app, world);
}
