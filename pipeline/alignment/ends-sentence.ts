/** Whether a heard text ends with a sentence's last mark, quotation marks aside. */
export const endsSentence = (text: string): boolean => /[.!?…]["”»]?$/.test(text.trim())
