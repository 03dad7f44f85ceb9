import type { INodeParameters } from 'n8n-workflow';

import type { SavedWorkflow } from '../../../harness/n8n-server';
import type { App } from '../../../sandbox';
import { waitFor, type TestSetup } from '.';
import { saveTrigger, TRIGGER } from './published-trigger';

/** What an app needs to change itself. */
export const SELF_SCOPES = ['application:application:patch', 'application:application:self_manage'];

/** An app with a Verification Token, as each has one, and nothing else that a person would have set up. */
export const BARE_APP: Partial<App> = {
	scopes: SELF_SCOPES,
	events: [],
	encryptKey: '',
	requestUrl: '',
};

/** The credential of a person who has pasted App ID and App Secret, and nothing else. */
const NO_KEYS = { encryptKey: '', verificationToken: '' };

/** Saves a workflow with a Lark Trigger, whose credential has App ID and App Secret alone. */
export async function saveBare(
	setup: TestSetup,
	parameters: INodeParameters = {},
	secrets = NO_KEYS,
): Promise<SavedWorkflow> {
	return await saveTrigger(setup, secrets, { parameters: { simple: false, ...parameters } });
}

/** The Production URL of its trigger. */
export const productionUrl = ({ client }: TestSetup, workflow: SavedWorkflow): string =>
	client.webhookUrl(workflow, TRIGGER);

/** The Test URL of its trigger. */
export const testUrl = (setup: TestSetup, workflow: SavedWorkflow): string =>
	productionUrl(setup, workflow).replace('/webhook/', '/webhook-test/');

/** Watches what n8n writes into its log from now on. */
export function watchLog({ log }: TestSetup) {
	const before = log.lines().length;
	const written = () => log.lines().slice(before).join('\n');
	return {
		written,
		/** Waits for words in the log. */
		says: async (words: RegExp | string) => {
			const found = () => (new RegExp(words).test(written()) ? true : undefined);
			await waitFor(`${words} in the log`, found);
		},
	};
}

/** Waits until Lark knows a request URL. */
export async function requestUrlIs({ sandbox }: TestSetup, url: string): Promise<void> {
	await waitFor(`the request URL ${url}`, () => sandbox.app.requestUrl === url || undefined);
}
