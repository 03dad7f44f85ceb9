import type { App, Chat, Message } from '../world/types';
import type { World } from '../world/world';
import type { Faults } from './faults';
import type { OncePerUuid } from './idempotency';
import type { RateLimiter } from './rate-limiter';
import type { Grants } from './services/authen/grants';
import type { TokenStore } from './tokens';

/** Everything that outlives a request. */
export interface Platform {
	world: World;
	tokens: TokenStore;
	/** What people have allowed apps to do for them. */
	grants: Grants;
	sent: OncePerUuid<Message>;
	createdChats: OncePerUuid<Chat>;
	/** How many long connections of an app are open. */
	connections(appId: string): number;
	/** Makes the handshake with a request URL. Rejects with what is wrong about the response. */
	verifyUrl(app: App, url: string): Promise<void>;
	/** What is refused although it is right. */
	faults: Faults;
	/** Absent when rate limits are switched off. */
	limiter?: RateLimiter;
	allowUnknownFields: boolean;
}
