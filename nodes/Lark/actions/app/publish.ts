import type { IDataObject } from 'n8n-workflow';

import { getApplication, publishApp } from '../../../shared/lark/apps';
import type { LarkClient } from '../../../shared/transport/client';
import { noteDraft } from './drafts';
import type { Order } from './wish';

/** What the developer console calls the ability that opens first. */
const BOT = 'bot' as const;

async function publish(lark: LarkClient, { remark }: Order): Promise<IDataObject> {
	const path = { app_id: lark.app.appId };
	const { version, version_id } = await lark.call(publishApp, {
		path,
		body: {
			remark,
			changelog: remark,
			mobile_default_ability: BOT,
			pc_default_ability: BOT,
		},
	});
	noteDraft(lark.app.appId, false);
	const { app } = await lark.call(getApplication, { path, query: { lang: 'en_us' } });
	const waits = app?.online_version_id !== version_id;
	return {
		change: 'version',
		status: 'done',
		detail: waits
			? `Version ${version} waits for the approval of an administrator, in the admin console`
			: `Version ${version} is published`,
		effect: waits ? 'after approval' : 'at once',
	};
}

/** Publishes a version if something needs one, and tells what became of it. */
export async function publishedItem(
	lark: LarkClient,
	order: Order,
	isNeeded: boolean,
): Promise<IDataObject> {
	const item = (status: string, detail: string) => ({
		change: 'version',
		status,
		detail,
		effect: '',
	});
	if (!isNeeded)
		return item(
			'unchanged',
			'Scopes and events are published. Of callbacks and keys, Lark does not tell: if they were changed in the developer console, publish a version there.',
		);
	if (!order.publishes) return item('left', 'The changes take effect when a version is published');
	if (order.isDryRun)
		return item('planned', 'Publish a version, which an administrator may have to approve');
	return await publish(lark, order);
}
