import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Tells whether a model calls the node. For `usableAsTool`, n8n makes a node of its own with a name
 * that ends in Tool, and runs it in the context of a tool or of the agent's execution, by its version.
 */
export function isToolRun(
	context: Pick<IExecuteFunctions, 'getNode'> & Partial<IExecuteFunctions>,
): boolean {
	return context.getNode().type.endsWith('Tool') || context.isToolExecution?.() === true;
}
