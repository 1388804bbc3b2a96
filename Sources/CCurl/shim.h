// Swift calls no C function with a variable number of arguments: one function here for each kind of argument.
#define CURL_DISABLE_TYPECHECK 1
#include <curl/curl.h>

typedef size_t (*curl_reader)(char *room, size_t size, size_t count, void *from);
typedef int (*curl_listener)(CURL *curl, curl_infotype kind, char *said, size_t size, void *listener);

static inline CURLcode curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_reader(CURL *curl, curl_reader read, void *from) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_READFUNCTION, read);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_READDATA, from) : code;
}

static inline CURLcode curl_set_listener(CURL *curl, curl_listener hear, void *listener) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, hear);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_DEBUGDATA, listener) : code;
}

static inline size_t curl_drop(char *said, size_t size, size_t count, void *to) {
    (void)said;
    (void)to;
    return size * count;
}

// What is answered goes nowhere: without this it would go to standard output.
static inline CURLcode curl_set_silence(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, curl_drop);
}

static inline long curl_response_code(CURL *curl) {
    long code = 0;
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}
