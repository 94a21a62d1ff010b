/**
 * A party of more deals than this is famous: whatever number an article states, one of its deals has it. So its deals
 * count only where somebody else in them is named, too, and a number that may be one of them contradicts nothing. It also
 * bounds what an article can ask of the dataset, however large that is.
 */
export const FAMOUS = 1000;
