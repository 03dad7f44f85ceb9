import type { Faults } from '../../api/faults';
import type { Dispatcher } from '../../delivery/dispatcher';
import type { UndeliveredEvents } from '../../events/undelivered';
import type { Hub } from '../../socket/hub';
import type { App } from '../../world/types';
import type { World } from '../../world/world';
import type { Toast } from '../toast';
import type { Press } from '../press';
import type { Stream } from '../stream';

/** What the control routes work with. */
export interface ControlOptions {
	world: World;
	faults: Faults;
	dispatcher: Dispatcher;
	undelivered: UndeliveredEvents;
	hub: Hub;
	stream: Stream;
	subscribe: (appId: string, requestUrl: string) => Promise<void>;
	useLongConnection: (appId: string) => void;
	pushEvent: (eventType: string, event?: object, app?: App) => void;
	press: (press: Press) => Promise<Toast | undefined>;
}
