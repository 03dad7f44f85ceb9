import { packageFile } from '../../harness/package-file';
import {
	N8nClient,
	startN8n,
	type N8n,
	type Owner,
	type SavedWorkflow,
} from '../../harness/n8n-server';
import { customBotCredential, sandboxCredential } from '../../harness/sandbox-credential';
import { startSandbox } from '../../sandbox';
import { logInAsOwner } from './owner';
import { saveAlertSender, saveCredential, saveEchoBot } from './workflows';

/** The running demo. */
export interface Demo {
	sandbox: Awaited<ReturnType<typeof startSandbox>>;
	n8n: N8n;
	client: N8nClient;
	owner: Owner;
	echoBot: SavedWorkflow;
	alertSender: SavedWorkflow;
	/** Where other systems post their alerts. */
	alertUrl: string;
	/** Ends n8n and the sandbox. */
	close(): Promise<void>;
}

/** The scopes that docs/app.md asks for first, so that the demo shows what they allow and no more. */
const SCOPES = [
	'im:message:send_as_bot',
	'im:resource',
	'im:chat:readonly',
	'im:message.p2p_msg:readonly',
	'im:message.group_at_msg:readonly',
	'contact:user.employee_id:readonly',
	'contact:user.id:readonly',
	'contact:contact.base:readonly',
	'contact:user.base:readonly',
];

export const ALERT_CHAT = 'Incident Response';

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
 * Starts sandbox and n8n and connects them: credential, example workflows, request URL.
 * Reuses what an earlier start has left in the same folder.
 */
export async function startDemo({
	userFolder,
	n8nPort,
	sandboxPort,
	reload,
}: Place): Promise<Demo> {
	const sandbox = await startSandbox({ port: sandboxPort, seed: { app: { scopes: SCOPES } } });
	let n8n: N8n | undefined;
	const close = async () => {
		await n8n?.stop();
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
			name: 'Lark sandbox',
			type: 'larkApi',
			data: sandboxCredential(sandbox),
		});
		await saveCredential(client, {
			name: 'Lark sandbox, group bot',
			type: 'larkGroupBotApi',
			data: customBotCredential(sandbox.world.customBots.list[0], sandbox.url),
		});
		const echoBot = await saveEchoBot(client, credential);
		const alertSender = await saveAlertSender(client, credential, ALERT_CHAT);
		for (const workflow of [echoBot, alertSender]) await client.publish(workflow);
		await sandbox.subscribe(
			sandbox.app.appId,
			client.webhookUrl(echoBot, 'When a message arrives'),
		);
		const alertUrl = client.webhookUrl(alertSender, 'When an alert comes in');
		return { sandbox, n8n, client, owner, echoBot, alertSender, alertUrl, close };
	} catch (error) {
		const tail = n8n ? `\nThe end of n8n's log:\n${n8n.log.tail()}` : '';
		await close();
		throw new Error(`${error instanceof Error ? error.message : String(error)}${tail}`);
	}
}
