/** @see group/chat-id-description: oc_ and what follows */
export const isChatId = (id: string): boolean => /^oc_\w+$/.test(id);
