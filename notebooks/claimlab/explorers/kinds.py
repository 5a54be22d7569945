"""What a figure of each kind does, in words; a count says what it counts."""

WHAT = {
    "range": "gives two ends for a number of {things}",
    "percentage": "is a percentage of {things}, which is no count of them",
    "rate": "is a rate of {things}: so many for each so many others",
    "average": "is an average, in {things}",
    "total": "adds up {things}, which is no count of people, things or events",
    "duration": "is a length of time ({things}) and counts nothing",
    "date": "says when, and counts nothing",
    "time word": "is a word about time that names no month, and counts nothing",
    "age": "is an age and counts nothing",
    "money": "is a sum of money and counts nothing",
    "ordinal phrase": "is a word without a number and counts nothing",
}
"""In a sentence, behind the figure."""
ANSWERS = {
    "range": "two ends for a number",
    "percentage": "a percentage",
    "rate": "a rate",
    "average": "an average",
    "total": "a total, not a count",
    "duration": "a length of time",
    "date": "a date",
    "time word": "a word about time",
    "age": "an age",
    "money": "a sum of money",
    "ordinal phrase": "a word without a number",
}
"""In a few words."""
