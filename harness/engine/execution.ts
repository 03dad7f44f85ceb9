import { WorkflowExecute } from 'n8n-core';
import type {
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';

type StackOf<Data> = Data extends { executionData?: infer Stack } ? NonNullable<Stack> : never;
type Stack = StackOf<IRunExecutionData>;

/** What was noted of executions when they were made, by ID. */
const made = new Map<string, Stack['runtimeData']>();

/** An execution of n8n-core. With an ID that has run before, it knows when it was made, as n8n stores it. */
export class Execution extends WorkflowExecute {
	private readonly id: string;

	constructor(additionalData: IWorkflowExecuteAdditionalData, mode: WorkflowExecuteMode) {
		super(additionalData, mode);
		this.id = String(additionalData.executionId);
	}

	override processRunExecutionData(
		workflow: Workflow,
	): ReturnType<WorkflowExecute['processRunExecutionData']> {
		const { executionData } = (this as unknown as { runExecutionData: IRunExecutionData })
			.runExecutionData;
		if (executionData && made.has(this.id)) executionData.runtimeData = made.get(this.id);
		const running = super.processRunExecutionData(workflow);
		void running.then(() => made.set(this.id, executionData?.runtimeData)).catch(() => {});
		return running;
	}
}
