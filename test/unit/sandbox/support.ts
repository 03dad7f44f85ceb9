import {
	startSandbox,
	type App,
	type Chat,
	type Sandbox,
	type SandboxOptions,
	type User,
} from '../../../sandbox';

/** The members of any API's `data` that the tests look at. */
export interface Data {
	message_id: string;
	root_id?: string;
	parent_id?: string;
	thread_id?: string;
	msg_type: string;
	deleted: boolean;
	chat_id: string;
	sender: { id: string; id_type: string; sender_type: string };
	body: { content: string };
	mentions?: Array<{ key: string; id: string; id_type: string; name: string }>;
	name: string;
	member_id: string;
	items: Data[];
	page_token: string;
	has_more: boolean;
	member_total: number;
	image_key: string;
	file_key: string;
	reaction_id: string;
	card_id: string;
	command_id: string;
	user: Record<string, unknown>;
	user_list: Array<Record<string, unknown>>;
}

/** Lark's answer, as far as the tests look at it. */
export interface Answer {
	status: number;
	headers: Headers;
	body: {
		code: number;
		msg: string;
		data: Data;
		bot?: Record<string, unknown>;
		tenant_access_token?: string;
		app_access_token?: string;
		expire?: number;
		error?: { log_id: string; field_violations?: Array<{ field: string; description: string }> };
	};
}

export interface Request {
	query?: Record<string, string>;
	body?: unknown;
	/** Default: a fresh tenant token of the default app. Null sends no Authorization header. */
	token?: string | null;
	app?: App;
	headers?: Record<string, string>;
}

/** A running sandbox with short ways to use it over HTTP. */
export class SandboxSetup {
	constructor(readonly sandbox: Sandbox) {}

	get group(): Chat {
		return this.sandbox.world.chats[0];
	}

	get alice(): User {
		return this.sandbox.world.users[0];
	}

	async token(app = this.sandbox.app): Promise<string> {
		const { appId: app_id, appSecret: app_secret } = app;
		const path = 'auth/v3/tenant_access_token/internal';
		const answer = await this.call('POST', path, { token: null, body: { app_id, app_secret } });
		return answer.body.tenant_access_token ?? '';
	}

	async call(method: string, path: string, request: Request = {}): Promise<Answer> {
		const response = await this.fetch(method, path, request);
		return {
			status: response.status,
			headers: response.headers,
			body: (await response.json()) as Answer['body'],
		};
	}

	async fetch(method: string, path: string, request: Request = {}): Promise<Response> {
		const { query = {}, body, headers } = request;
		const token = request.token === undefined ? await this.token(request.app) : request.token;
		const isForm = body instanceof FormData;
		return fetch(`${this.sandbox.url}/open-apis/${path}?${new URLSearchParams(query)}`, {
			method,
			headers: {
				...(token !== null && { Authorization: `Bearer ${token}` }),
				...(body !== undefined && !isForm && { 'Content-Type': 'application/json; charset=utf-8' }),
				...headers,
			},
			body: isForm || typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
		});
	}

	/** Sends to the first group unless told otherwise. */
	send(msgType: string, content: unknown, more: { chat?: string; uuid?: string; app?: App } = {}) {
		const { chat = this.group.chatId, uuid, app } = more;
		return this.call('POST', 'im/v1/messages', {
			query: { receive_id_type: 'chat_id' },
			body: { receive_id: chat, msg_type: msgType, content: JSON.stringify(content), uuid },
			app,
		});
	}

	async sendText(text: string, more: { chat?: string; uuid?: string; app?: App } = {}) {
		return (await this.send('text', { text }, more)).body.data;
	}

	upload(path: string, fields: Record<string, string>, part: string, bytes: Buffer, app?: App) {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		form.set(part, new Blob([bytes]), 'upload.bin');
		return this.call('POST', path, { body: form, app });
	}

	async imageKey(image_type = 'message', app?: App): Promise<string> {
		const answer = await this.upload('im/v1/images', { image_type }, 'image', PNG, app);
		return answer.body.data.image_key;
	}

	async fileKey(file_type: string, file_name = 'report.bin', app?: App): Promise<string> {
		const bytes = Buffer.from(`a ${file_type}`);
		const answer = await this.upload('im/v1/files', { file_type, file_name }, 'file', bytes, app);
		return answer.body.data.file_key;
	}
}

/** One transparent pixel. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

const running: Sandbox[] = [];
afterEach(async () => {
	for (const sandbox of running.splice(0)) await sandbox.close();
});

/** Starts a sandbox that ends with the test. */
export async function bench(options: SandboxOptions = {}): Promise<SandboxSetup> {
	const sandbox = await startSandbox(options);
	running.push(sandbox);
	return new SandboxSetup(sandbox);
}

/** A clock that only moves when it is told to. */
export function stoppedClock(start = Date.UTC(2026, 0, 1)) {
	let now = start;
	return { clock: () => now, advance: (ms: number) => void (now += ms) };
}
