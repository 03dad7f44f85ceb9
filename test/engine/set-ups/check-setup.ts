import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { submitVersion } from '../../../sandbox/world/app-console';
import { CHAT_BOT_SCOPES } from '../../support/app-scopes';
import { CredentialStore } from '../harness';
import { openLarkNode, type LarkNode } from '../lark-node';

const CHECK = { resource: 'app', operation: 'checkSetup' } as const;
const SCOPES = [...CHAT_BOT_SCOPES, 'admin:app.info:readonly'];

/** Where the webhooks of the n8n of engine tests begin. */
export const OWN_URL = 'http://n8n.invalid/webhook/x/webhook';

/** Makes the app of the sandbox complete for a chat bot whose events come to this n8n. */
function complete(lark: LarkNode): void {
	const { app } = lark.sandbox;
	app.scopes = [...SCOPES];
	app.events = ['im.message.receive_v1', 'im.chat.member.bot.added_v1', 'card.action.trigger'];
	app.requestUrl = OWN_URL;
}

type Status = 'warning' | 'missing';

/** A set-up with one thing wrong, and what Check Setup has to say. */
export interface Broken {
	broken: string;
	/** @returns what ends a fault */
	breaks: (lark: LarkNode) => void | (() => void) | Promise<void>;
	/** Everything that is not ok: check, status, and words of finding and fix. */
	expected: Array<[check: string, status: Status, says: RegExp]>;
}

/** Gives the node a credential that is changed. */
export const withCredential = (lark: LarkNode, change: IDataObject) => {
	lark.store = new CredentialStore({ larkApi: { ...lark.credential, ...change } as never });
};

/** All scopes of the complete app but some. */
export const without = (...scopes: string[]) => SCOPES.filter((scope) => !scopes.includes(scope));

/** Submits a version of the app as it is now, which waits for an administrator. */
export function review(lark: LarkNode): void {
	const { app } = lark.sandbox;
	app.console.needsApproval = true;
	submitVersion(app, { version: '1.0.1', remark: 'More', changelog: 'More' }, Date.now());
}

/** What is not as it should be. */
export const wrong = (findings: IDataObject[]) => findings.filter(({ status }) => status !== 'ok');

/**
 * Opens a sandbox with a complete app before each test.
 *
 * @param ready gets the node
 * @returns runs Check Setup
 */
export function useCompleteApp(ready: (lark: LarkNode) => void) {
	let lark: LarkNode;
	beforeEach(async () => {
		lark = await openLarkNode();
		complete(lark);
		ready(lark);
	});
	afterEach(async () => await lark.sandbox.close());

	return async (parameters: INodeParameters = {}) => {
		const options = { maxRetries: 0 };
		const { items, error } = await lark.run({ ...CHECK, options, ...parameters });
		if (error) throw error;
		return items.map(({ json }) => json);
	};
}

/** Tests that Check Setup names cause and cure of each, and nothing false. */
export function namesCauseAndCure(set: Broken[]): void {
	let lark: LarkNode;
	const check = useCompleteApp((opened) => (lark = opened));

	it.each(set)('names cause and cure when $broken', async ({ breaks, expected }) => {
		const close = await breaks(lark);
		const found = wrong(await check());
		close?.();
		const named = found.map(({ check: name, status, finding, fix }) => ({
			check: name,
			status,
			says: `${finding as string} ${fix as string}`,
		}));
		expect(named).toEqual(
			expected.map(([name, status, says]) => ({
				check: name,
				status,
				says: expect.stringMatching(says) as string,
			})),
		);
		for (const { reason, link } of found) {
			expect(reason).toMatch(/\w/);
			expect(link).toMatch(`${lark.sandbox.url}/app`);
		}
	});
}
