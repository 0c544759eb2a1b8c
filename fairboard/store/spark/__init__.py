"""Apache Spark as the engine that reads a lake: the same SQL, translated, on as many machines as there are."""
