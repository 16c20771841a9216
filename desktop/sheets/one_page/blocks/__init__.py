"""The parts that stand on a sheet, each made from the records of its subject."""
