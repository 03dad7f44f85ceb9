/** What one trigger node is set to, read from its parameters once per event or once per activation. */
export interface EventSettings {
	/** Event types that start the workflow. */
	events: ReadonlySet<string>;
}

/** Any n8n context of the node: a webhook, a trigger, or its activation. */
export interface ParameterSource {
	getNodeParameter(name: string, fallback?: unknown): unknown;
}

/**
 * Reads the parameters in `sharedProperties`.
 *
 * @throws InputError for a value that cannot be used: call it when the workflow is published, too
 */
export function readSettings(source: ParameterSource): EventSettings {
	return { events: new Set(source.getNodeParameter('events', []) as string[]) };
}
