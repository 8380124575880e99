int inner() { return ANSWER; }
