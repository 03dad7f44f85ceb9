import type { Endpoint } from '../contract/contract';
import type { RateLimiter } from './rate-limiter';
import type { App, Chat, Message, User } from '../world/types';
import type { World } from '../world/world';
import type { Grants } from './services/authen/grants';
import type { OncePerUuid } from './idempotency';
import type { TokenStore } from './tokens';

/** Everything that outlives a request. */
export interface Platform {
	world: World;
	tokens: TokenStore;
	/** What people have allowed apps to do for them. */
	grants: Grants;
	sent: OncePerUuid<Message>;
	createdChats: OncePerUuid<Chat>;
	/** Absent when rate limits are switched off. */
	limiter?: RateLimiter;
	allowUnknownFields: boolean;
}

/** A file part of a multipart form. */
export interface UploadedFile {
	fileName: string;
	bytes: Buffer;
}

/** Who calls: an app, in its own name or in a user's. */
export interface Caller {
	app: App;
	user?: User;
	/** What the caller may do: the app's scopes, or those that the user granted. */
	scopes: string[] | 'all';
}

/** A request that passed every check of the gateway. Fields are as the contract says. */
export interface Call extends Caller {
	endpoint: Endpoint;
	params: Record<string, string>;
	query: Record<string, unknown>;
	body: Record<string, unknown>;
	files: Record<string, UploadedFile>;
	headers: Record<string, string | undefined>;
	bodyBytes: number;
}

/** A call to an API that takes no token. */
export type OpenCall = Omit<Call, keyof Caller>;

/** Bytes instead of JSON. */
export class Binary {
	constructor(
		readonly bytes: Buffer,
		readonly headers: Record<string, string>,
	) {}
}

export type Result = Record<string, unknown> | Binary;
export type Handler = (call: Call, platform: Platform) => Result;
export type OpenHandler = (call: OpenCall, platform: Platform) => Result;
