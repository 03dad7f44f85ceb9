import { ids } from '../world/ids';
import type { App } from '../world/types';
import type { World } from '../world/world';

/** Wraps an event of today's form: a header and the event. */
export function v2Envelope(eventType: string, event: object, app: App, world: World) {
	return {
		schema: '2.0',
		header: {
			event_id: ids.event(),
			event_type: eventType,
			create_time: String(world.now()),
			token: app.verificationToken,
			app_id: app.appId,
			tenant_key: world.tenantKey,
		},
		event,
	};
}

/** Wraps an event of the oldest form: no schema, the type inside the event. */
export function v1Envelope(eventType: string, event: object, app: App, world: World) {
	return {
		ts: (world.now() / 1_000).toFixed(7),
		uuid: ids.event(),
		token: app.verificationToken,
		type: 'event_callback',
		event: { type: eventType, app_id: app.appId, tenant_key: world.tenantKey, ...event },
	};
}
