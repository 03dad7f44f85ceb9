import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { selectors, type Page } from 'playwright-core';

import { N8nClient } from '../../../harness/n8n-server';
import { launch } from '../../support/server';
import { startLark, type Lark } from '../../support/lark';
import { launchChromium } from './chromium';

const PATIENCE_MS = 15_000;

const MANUAL_TRIGGER = {
	name: 'When executed by hand',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

type NewNode = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'>;

/** A fresh n8n, a Lark, and a browser in which the owner of that n8n is logged in. */
export interface BrowserSetup extends Lark {
	/** Of n8n, without a slash at the end. */
	url: string;
	/** The same owner by way of the REST API, to prepare what a test is not about. */
	client: N8nClient;
	/** The browser tab with n8n's editor. */
	editor: Page;
	/** Saves a credential for the sandbox's app, as if it had been there before. */
	connectLark(): Promise<void>;
	/** Opens a workflow with one node, which is started by hand, and gives the workflow's ID. */
	openWorkflowWith(node: NewNode): Promise<string>;
	/** Opens the sandbox's chat page in another tab. */
	openChatPage(): Promise<Page>;
	close(): Promise<void>;
}

/** Starts everything that a browser test file needs; close it in afterAll. */
export async function openBrowserSetup(): Promise<BrowserSetup> {
	const endings: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const end of endings.reverse()) await end();
	};
	try {
		const browser = await launchChromium();
		endings.push(async () => await browser.close());
		const lark = await startLark();
		endings.push(async () => await lark.sandbox.close());
		const { server, address } = await launch();
		endings.push(async () => await server.stop());
		const { url, owner, session } = address;

		selectors.setTestIdAttribute('data-test-id');
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			deviceScaleFactor: 1.5,
			locale: 'en-US',
		});
		context.setDefaultTimeout(PATIENCE_MS);
		const client = new N8nClient(url, session);
		const editor = await context.newPage();
		const answer = await editor.request.post(`${url}/rest/login`, {
			data: { emailOrLdapLoginId: owner.email, password: owner.password },
		});
		if (!answer.ok()) throw new Error(`n8n refused the login: HTTP ${answer.status()}`);
		const connectLark = async () => {
			const { credential: data } = lark;
			await client.createCredential({ name: 'Lark account', type: 'larkApi', data });
		};
		const openWorkflowWith: BrowserSetup['openWorkflowWith'] = async (node) => {
			const { id } = await client.createWorkflow({
				name: node.name,
				nodes: [
					{ ...MANUAL_TRIGGER, id: randomUUID(), position: [0, 0] },
					{ ...node, id: randomUUID(), position: [200, 0] },
				],
				connections: {
					[MANUAL_TRIGGER.name]: { main: [[{ node: node.name, type: 'main', index: 0 }]] },
				},
			});
			await editor.goto(`${url}/workflow/${id}`);
			return id;
		};
		const openChatPage = async () => {
			const page = await context.newPage();
			await page.goto(lark.sandbox.url);
			return page;
		};
		return { ...lark, url, client, editor, connectLark, openWorkflowWith, openChatPage, close };
	} catch (error) {
		await close();
		throw error;
	}
}
