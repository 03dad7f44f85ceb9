import { parse } from 'flatted';
import { ExecutionStatusList, type IRunExecutionData } from 'n8n-workflow';

import { Rest } from './rest';
import type {
	CredentialInput,
	CredentialReference,
	CredentialTestResult,
	Execution,
	ExecutionSummary,
	ListSearchInput,
	ListSearchResult,
	NodeTypeSummary,
	Owner,
	PublicationStatus,
	SavedWorkflow,
	WorkflowInput,
} from './types';
import { waitFor } from './wait';

const UNFINISHED = ['new', 'running', 'unknown'];

/** The most that n8n lists at once. */
const PAGE_SIZE = 100;

/**
 * All states of an execution by name: without any, n8n reads the running and the ended ones with two queries
 * at once, and an execution that ends in between is in both or in neither.
 */
const executionFilter = (workflowId: string) =>
	encodeURIComponent(JSON.stringify({ workflowId, status: ExecutionStatusList }));

/**
 * Where a page of executions begins, as n8n writes it: it reads the ID alone.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/executions/execution-cursor.ts
 */
const cursorBefore = (id: number): string => {
	const v1 = { id: String(id), timestamp: new Date(0).toISOString() };
	return Buffer.from(JSON.stringify({ version: 1, v1 })).toString('base64url');
};

/** A person at the editor of one n8n, by way of its REST API. Every method throws RestError when n8n refuses. */
export class N8nClient {
	private readonly rest: Rest;

	/** @param session of a client that is logged in: n8n allows few logins a minute */
	constructor(
		readonly url: string,
		session?: string,
	) {
		this.rest = new Rest(url, session);
	}

	/** For another client of the same person. */
	get session(): string {
		return this.rest.session;
	}

	/** Creates the owner of a fresh n8n and logs in. */
	async setupOwner(owner: Owner): Promise<void> {
		await this.rest.post('/rest/owner/setup', owner);
	}

	async login({ email, password }: Pick<Owner, 'email' | 'password'>): Promise<void> {
		await this.rest.post('/rest/login', { emailOrLdapLoginId: email, password });
	}

	/** All node types that n8n knows, by their full names such as `n8n-nodes-lark-im.lark`. */
	async nodeTypes(): Promise<NodeTypeSummary[]> {
		return await this.rest.get('/types/nodes.json');
	}

	async credentials(): Promise<CredentialReference[]> {
		return await this.rest.get('/rest/credentials');
	}

	async createCredential(credential: CredentialInput): Promise<CredentialReference> {
		return await this.rest.post('/rest/credentials', credential);
	}

	async updateCredential(id: string, credential: CredentialInput): Promise<CredentialReference> {
		return await this.rest.patch(`/rest/credentials/${id}`, credential);
	}

	async deleteCredential(id: string): Promise<void> {
		await this.rest.delete(`/rest/credentials/${id}`);
	}

	/** Presses *Test* on a saved credential: with its data as the editor knows it, secrets blanked, or with other data. */
	async testCredential(
		{ id, name, type }: CredentialReference,
		data?: CredentialInput['data'],
	): Promise<CredentialTestResult> {
		const saved = await this.rest.get<CredentialInput>(`/rest/credentials/${id}?includeData=true`);
		const credentials = { id, name, type, data: data ?? saved.data };
		return await this.rest.post('/rest/credentials/test', { credentials });
	}

	/** Presses *Connect* on a saved OAuth2 credential. @returns where the person is sent to agree */
	async oauthUrl(id: string): Promise<string> {
		return await this.rest.get(`/rest/oauth2-credential/auth?id=${id}`);
	}

	/** Opens an address of this n8n in the browser of the person who is logged in. @returns the page */
	async visit(url: URL): Promise<string> {
		return await this.rest.page(url.pathname + url.search);
	}

	async workflows(): Promise<SavedWorkflow[]> {
		return await this.rest.get('/rest/workflows');
	}

	/** A workflow with its nodes, which the list leaves out. */
	async workflow(id: string): Promise<SavedWorkflow> {
		return await this.rest.get(`/rest/workflows/${id}`);
	}

	async createWorkflow(workflow: WorkflowInput): Promise<SavedWorkflow> {
		return await this.rest.post('/rest/workflows', { settings: {}, ...workflow });
	}

	/** Saves a new version; what is published stays published until `publish` is called again. */
	async updateWorkflow(id: string, workflow: WorkflowInput): Promise<SavedWorkflow> {
		return await this.rest.patch(`/rest/workflows/${id}`, { settings: {}, ...workflow });
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.rest.post(`/rest/workflows/${id}/archive`, {});
		await this.settledPublication(id);
		await this.rest.delete(`/rest/workflows/${id}`);
	}

	/**
	 * Publishes a version and waits until its triggers are live.
	 *
	 * @throws with the trigger's own error text when one refuses
	 */
	async publish({ id, versionId }: Pick<SavedWorkflow, 'id' | 'versionId'>): Promise<void> {
		await this.rest.post(`/rest/workflows/${id}/activate`, { versionId });
		// n8n reads what is under way and what is done at the same time, and can miss a publication that ends in between.
		const { status, triggers } = await waitFor(`workflow ${id} to be published`, async () => {
			const found = await this.settledPublication(id);
			return found.status === 'not_published' ? undefined : found;
		});
		if (status === 'published') return;
		const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
		throw new Error(reasons.join('\n') || `The workflow is ${status} after publishing`);
	}

	async unpublish(id: string): Promise<void> {
		await this.rest.post(`/rest/workflows/${id}/deactivate`, {});
		await this.settledPublication(id);
	}

	/**
	 * Runs a workflow by hand from one of its triggers and waits for the end.
	 *
	 * @param trigger name of the trigger node, which must not wait for an outside event
	 */
	async runWorkflow(id: string, trigger: string): Promise<Execution> {
		return await this.finishedExecution(await this.startWorkflow(id, trigger));
	}

	/** As `runWorkflow`, but does not wait: gives the ID of the execution. */
	async startWorkflow(id: string, trigger: string): Promise<string> {
		const { executionId } = await this.rest.post<{ executionId: string }>(
			`/rest/workflows/${id}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/** Makes a webhook trigger listen for one test event, as Execute step in the editor does. */
	async listen(id: string, trigger: string): Promise<void> {
		const { waitingForWebhook } = await this.rest.post<{ waitingForWebhook?: boolean }>(
			`/rest/workflows/${id}/run`,
			{ destinationNode: { nodeName: trigger, mode: 'inclusive' } },
		);
		if (!waitingForWebhook) throw new Error(`"${trigger}" does not wait for a webhook`);
	}

	/** The newest executions of a workflow, at most 100. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = executionFilter(workflowId);
		const { results } = await this.rest.get<{ results: ExecutionSummary[] }>(
			`/rest/executions?filter=${filter}&limit=${PAGE_SIZE}`,
		);
		return results;
	}

	/**
	 * All executions of a workflow, each once. n8n sorts by start and pages by ID, so that one which started out of its
	 * turn can fall between two pages: they overlap.
	 */
	async allExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = executionFilter(workflowId);
		const all = new Map<string, ExecutionSummary>();
		let before = '';
		let page: ExecutionSummary[];
		do {
			const { results } = await this.rest.get<{ results: ExecutionSummary[] }>(
				`/rest/executions?filter=${filter}&limit=${PAGE_SIZE}${before && `&cursor=${before}`}`,
			);
			page = results;
			const known = all.size;
			for (const execution of page) all.set(execution.id, execution);
			const lowest = Math.min(...page.map(({ id }) => Number(id)));
			before = cursorBefore(all.size > known ? lowest + PAGE_SIZE / 2 : lowest);
		} while (page.length === PAGE_SIZE);
		return [...all.values()];
	}

	async execution(id: string): Promise<Execution> {
		const stored = await this.rest.get<ExecutionSummary & { data: string }>(
			`/rest/executions/${id}`,
		);
		return { ...stored, data: parse(stored.data) as IRunExecutionData };
	}

	/** Presses *Stop* on a running execution. */
	async stopExecution(id: string): Promise<void> {
		await this.rest.post(`/rest/executions/${id}/stop`, {});
	}

	async deleteExecution(id: string): Promise<void> {
		await this.rest.post('/rest/executions/delete', { ids: [id] });
	}

	/**
	 * Presses *Retry* on a failed execution, and waits for the end.
	 *
	 * @param options `loadWorkflow`: with the workflow as it is saved now, instead of as it ran
	 */
	async retryExecution(id: string, options: { loadWorkflow?: boolean } = {}): Promise<Execution> {
		const retry = await this.rest.post<{ id: string }>(`/rest/executions/${id}/retry`, options);
		return await this.finishedExecution(retry.id);
	}

	/** Waits until an execution has ended, well or not. */
	async finishedExecution(id: string): Promise<Execution> {
		return await waitFor(`the end of execution ${id}`, async () => {
			const execution = await this.execution(id);
			return UNFINISHED.includes(execution.status) ? undefined : execution;
		});
	}

	/** What a resource locator's list shows, as the editor asks for it. */
	async listSearch(input: ListSearchInput): Promise<ListSearchResult> {
		return await this.rest.post('/rest/dynamic-node-parameters/resource-locator-results', {
			path: input.path ?? '',
			nodeTypeAndVersion: { name: input.nodeType, version: 1 },
			currentNodeParameters: input.parameters ?? {},
			methodName: input.methodName,
			credentials: input.credentials,
			filter: input.filter,
			paginationToken: input.paginationToken,
		});
	}

	/**
	 * The production address of a trigger node: with a path of its own (the Webhook node), or with
	 * its webhookId and the usual path `webhook`.
	 */
	webhookUrl({ nodes }: WorkflowInput, nodeName: string): string {
		const node = nodes.find(({ name }) => name === nodeName);
		if (!node?.webhookId) throw new Error(`"${nodeName}" is not a node with a webhookId`);
		const { path = `${node.webhookId}/webhook` } = node.parameters;
		return `${this.url}/webhook/${String(path)}`;
	}

	private async settledPublication(id: string): Promise<PublicationStatus> {
		const path = `/rest/workflows/${id}/publication-status`;
		return await waitFor(`the publication of workflow ${id}`, async () => {
			const found = await this.rest.get<PublicationStatus>(path);
			return found.status === 'in_progress' ? undefined : found;
		});
	}
}
