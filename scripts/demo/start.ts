import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { chatNamed } from '../../harness/conversation';
import { packageFile } from '../../harness/package-file';
import {
	N8nClient,
	startN8n,
	waitFor,
	type N8n,
	type CredentialReference,
	type Owner,
	type SavedWorkflow,
} from '../../harness/n8n-server';
import { customBotCredential, sandboxCredential } from '../../harness/sandbox-credential';
import { startSandbox } from '../../sandbox';
import { saveExamples } from './examples';
import { saveLiveBot, saveLiveLongConnectionBot, startDemoModel } from './liveBots';
import { logInAsOwner } from './owner';
import { BARE_APP, setUpApp } from './setUp';
import { saveAlertSender, saveCredential, saveEchoBot, saveLongConnectionBot } from './workflows';

/** The running demo. */
export interface Demo {
	sandbox: Awaited<ReturnType<typeof startSandbox>>;
	n8n: N8n;
	client: N8nClient;
	owner: Owner;
	/** What has made a chat bot of a bare app. */
	setUp: SavedWorkflow;
	echoBot: SavedWorkflow;
	alertSender: SavedWorkflow;
	/** The echo bot over the long connection; not published. */
	longConnectionBot: SavedWorkflow;
	/** An AI agent that answers live, by the switch of the trigger. */
	liveBot: SavedWorkflow;
	/** The same over the long connection, by the node; not published. */
	liveLongConnectionBot: SavedWorkflow;
	/** All examples, the echo bot and the alert sender among them. */
	examples: SavedWorkflow[];
	/** Of a person, who has not agreed yet. */
	personCredential: CredentialReference;
	/** Where other systems post their alerts. */
	alertUrl: string;
	/** Ends n8n and the sandbox. */
	close(): Promise<void>;
}

export const ALERT_CHAT = 'Incident Response';

/** The name in the examples: n8n takes it when a file is imported. */
const CREDENTIAL = 'Lark account';

const MODEL_CREDENTIAL = 'OpenAI account';

interface Place {
	userFolder: string;
	/** Used if free; 0 is any free port. */
	n8nPort: number;
	/** 0 is any free port. */
	sandboxPort: number;
	/** Whether n8n loads the nodes again when their files change (N8N_DEV_RELOAD). */
	reload?: boolean;
}

/**
 * Starts sandbox and n8n, and connects them as a person does: App ID and App Secret are entered, a workflow with a Lark
 * Trigger is published, and App > Set Up is executed. Nothing is entered in the developer console.
 * Reuses what an earlier start has left in the same folder.
 */
export async function startDemo({
	userFolder,
	n8nPort,
	sandboxPort,
	reload,
}: Place): Promise<Demo> {
	const sandbox = await startSandbox({ port: sandboxPort, seed: { app: BARE_APP } });
	const model = await startDemoModel();
	let n8n: N8n | undefined;
	const close = async () => {
		await n8n?.stop();
		await model.close();
		await sandbox.close();
	};
	try {
		console.log('Starting n8n (some 10 seconds the first time) ...');
		n8n = await startN8n({
			packages: [packageFile()],
			userFolder,
			port: n8nPort,
			env: reload ? { N8N_DEV_RELOAD: 'true' } : {},
		});
		const client = new N8nClient(n8n.url);
		const owner = await logInAsOwner(client, userFolder);
		console.log('Connecting it to the sandbox ...');
		const credential = await saveCredential(client, {
			name: CREDENTIAL,
			type: 'larkApi',
			data: { ...sandboxCredential(sandbox), encryptKey: '', verificationToken: '' },
		});
		await saveCredential(client, {
			name: 'Lark sandbox, group bot',
			type: 'larkGroupBotApi',
			data: customBotCredential(sandbox.world.customBots.list[0], sandbox.url),
		});
		const { appId, appSecret } = sandbox.app;
		const personCredential = await saveCredential(client, {
			name: 'Lark sandbox, as a person',
			type: 'larkOAuth2Api',
			data: { region: 'custom', baseUrl: sandbox.url, appId, appSecret },
		});
		const echoBot = await saveEchoBot(client, credential);
		const longConnectionBot = await saveLongConnectionBot(client, credential);
		const openAi = await saveCredential(client, {
			name: MODEL_CREDENTIAL,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const liveBot = await saveLiveBot(client, credential, openAi);
		const liveLongConnectionBot = await saveLiveLongConnectionBot(client, credential, openAi);
		for (const workflow of [echoBot, liveBot]) await client.publish(workflow);
		await waitFor('the request URL', () => sandbox.app.requestUrl || undefined);
		const redirectUrl = `${n8n.url}/rest/oauth2-credential/callback`;
		const setUp = await setUpApp(client, credential, redirectUrl);
		// Its picker of chats needs what has just been set up.
		const alertSender = await saveAlertSender(client, credential, ALERT_CHAT);
		await client.publish(alertSender);
		const folder = path.join(userFolder, 'files');
		await mkdir(folder, { recursive: true });
		const chat = chatNamed(sandbox.world, ALERT_CHAT);
		const examples = await saveExamples(client, [credential, openAi], { chat, folder });
		const alertUrl = client.webhookUrl(alertSender, 'When an alert comes in');
		return {
			sandbox,
			n8n,
			client,
			owner,
			setUp,
			echoBot,
			alertSender,
			longConnectionBot,
			liveBot,
			liveLongConnectionBot,
			examples,
			personCredential,
			alertUrl,
			close,
		};
	} catch (error) {
		const tail = n8n ? `\nThe end of n8n's log:\n${n8n.log.tail()}` : '';
		await close();
		throw new Error(`${error instanceof Error ? error.message : String(error)}${tail}`);
	}
}
