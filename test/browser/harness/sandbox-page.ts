import type { Page } from 'playwright-core';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import { launchChromium } from './chromium';

/** A sandbox, and its chat page in a browser. */
export interface SandboxPage {
	sandbox: Sandbox;
	page: Page;
	/** What has gone wrong on the page: exceptions, and scripts or images that it must not load. */
	faults: string[];
	/** Sends a message into the first group as the bot, and gives its ID. */
	send(msgType: string, content: object, chatId?: string): Promise<string>;
	/** Calls the API as the bot, and gives the `data` of the response. */
	call<T = Record<string, string>>(method: string, path: string, body?: object): Promise<T>;
	close(): Promise<void>;
}

const DESKTOP = { width: 1280, height: 800 };

/** Starts a sandbox and opens its page; close it when the test ends. */
export async function openSandboxPage(
	options: SandboxOptions = {},
	viewport = DESKTOP,
): Promise<SandboxPage> {
	const sandbox = await startSandbox(options);
	const browser = await launchChromium();
	const context = await browser.newContext({ viewport, locale: 'en-US' });
	context.setDefaultTimeout(10_000);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(String(error)));
	page.on('request', (request) => {
		if (!new RegExp(`^(?:blob:)?${sandbox.url}`).test(request.url())) faults.push(request.url());
	});
	const { appId, appSecret } = sandbox.app;
	const call = async <T>(method: string, path: string, body?: object, token?: string) => {
		const response = await fetch(`${sandbox.url}/open-apis/${path}`, {
			method,
			headers: {
				'Content-Type': 'application/json',
				...(token && { Authorization: `Bearer ${token}` }),
			},
			body: body && JSON.stringify(body),
		});
		return (await response.json()) as T;
	};
	const secrets = { app_id: appId, app_secret: appSecret };
	const { tenant_access_token: token } = await call<{ tenant_access_token: string }>(
		'POST',
		'auth/v3/tenant_access_token/internal',
		secrets,
	);
	const callAsBot = async <T>(method: string, path: string, body?: object) => {
		const { code, msg, data } = await call<{ code: number; msg: string; data: T }>(
			method,
			path,
			body,
			token,
		);
		if (code !== 0) throw new Error(`${code}: ${msg}`);
		return data;
	};
	await page.goto(sandbox.url);
	await page.getByRole('heading', { name: 'Incident Response' }).waitFor();
	return {
		sandbox,
		page,
		faults,
		call: callAsBot,
		send: async (msg_type, content, chatId = sandbox.world.chats[0].chatId) => {
			const body = { receive_id: chatId, msg_type, content: JSON.stringify(content) };
			const path = 'im/v1/messages?receive_id_type=chat_id';
			return (await callAsBot<{ message_id: string }>('POST', path, body)).message_id;
		},
		close: async () => {
			await browser.close();
			await sandbox.close();
		},
	};
}
